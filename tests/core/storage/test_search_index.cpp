// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/search_index.h"

#include "core/storage/transaction.h"
#include "core/storage/verify.h"

#include "tests/support/temp_practice.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_search_index {
using namespace kairos;
using namespace record;
using storage::Change;
using storage::Connection;
using storage::OpenMode;
using storage::VerifyDepth;
using storage::VerifyFault;
using support::required;
using support::TempPractice;

namespace {

/// Elena Marsh with a session, and notes as a test writes them.
struct Notes {
    TempPractice practice;
    Patient elena = support::elenaMarsh(practice);
    DosingSession session = support::dosingSession(practice, elena.id);

    Notes() { practice.save(elena, session); }

    Note write(const QString& text) {
        const Note note = support::note(practice, session, text);
        practice.save(note);
        return note;
    }

    QList<base::Uuid> find(QStringView typed, int limit = 50) {
        QList<base::Uuid> found;
        for (const auto& hit :
             required(practice.file().fullText().find({base::searchTerms(typed), std::nullopt, limit}))) {
            found.append(hit.id);
        }
        return found;
    }

    /// As a person who holds the key does to the closed file.
    void tamper(const char* sql) {
        practice.close();
        const auto key = practice.key();
        {
            Connection connection(practice.path(), OpenMode::Write, &key);
            connection.execute(sql);
        }
        practice.reopen();
    }

    int build() {
        int steps = 0;
        while (required(practice.file().fullText().buildStep()) < 1.0) {
            ++steps;
        }
        return steps;
    }

    storage::VerifyReport verify(VerifyDepth depth = VerifyDepth::Deep) {
        return required(storage::verifyPractice(practice.path(), practice.key(), depth));
    }
};

bool saysSearchAlone(const storage::VerifyReport& report) {
    return report.findings.size() == 1 && report.findings.first().fault == VerifyFault::SearchDiffers;
}

} // namespace

TEST_CASE("a note is found by its words, whatever their case and accents", "[storage][search]") {
    Notes notes;
    const Note note =
        notes.write(QStringLiteral("Sl\u00E9pt well. Die Stra\u00DFe war leer, \u00FCber Nacht."));
    const QList<base::Uuid> found{note.id.uuid};
    for (const char16_t* typed : {u"slept", u"SLEPT", u"sle\u0301pt", u"strasse", u"Stra\u00DFe", u"uber",
                                  u"\u00DCber", u"leer slept", u"\"war leer\"", u"str"}) {
        CAPTURE(QString::fromUtf16(typed).toStdString());
        REQUIRE(notes.find(QString::fromUtf16(typed)) == found);
    }
    for (const char16_t* typed : {u"lept", u"\"leer war\"", u"slept badly", u"\"str\""}) {
        CAPTURE(QString::fromUtf16(typed).toStdString());
        REQUIRE(notes.find(QString::fromUtf16(typed)).isEmpty());
    }
}

TEST_CASE("what the engine reads as operators is plain words", "[storage][search]") {
    Notes notes;
    const Note note = notes.write(QStringLiteral("sleep and not near or words : rest"));
    for (const char16_t* typed : {u"sleep AND words", u"NOT near", u"sleep OR", u"words:", u"(sleep",
                                  u"sleep*", u"^sleep", u"-sleep", u"NEAR(sleep, 2)", u"words : rest",
                                  u"sleep + words", u"{words} : rest", u"'sleep", u"sleep\"", u"sleep;--"}) {
        CAPTURE(QString::fromUtf16(typed).toStdString());
        const bool hasTwo = QString::fromUtf16(typed).contains(QLatin1Char('2'));
        REQUIRE(notes.find(QString::fromUtf16(typed)).size() == (hasTwo ? 0 : 1));
    }
    REQUIRE(notes.find(u"sleep XOR").isEmpty());
    REQUIRE(notes.find(u"\"").isEmpty());
    REQUIRE(note.sections.size() == 1);
}

TEST_CASE("no phrase reaches from one section into the next", "[storage][search]") {
    Notes notes;
    Note note = support::note(notes.practice, notes.session, QStringLiteral("spoke of the garden"));
    note.sections.append({QStringLiteral("plan"), QStringLiteral("father comes along")});
    notes.practice.save(note);
    REQUIRE(notes.find(u"garden father").size() == 1);
    REQUIRE(notes.find(u"\"garden father\"").isEmpty());
}

TEST_CASE("patients come first by name, then what is said of them, then all others", "[storage][search]") {
    Notes notes;
    const Note hers = notes.write(QStringLiteral("nausea after twenty minutes"));
    auto mark = support::elenaMarsh(notes.practice, QStringLiteral("AH-0500"));
    mark.givenName = QStringLiteral("Mark");
    mark.familyName = QStringLiteral("Olsen");
    auto his = support::dosingSession(notes.practice, mark.id);
    const Note naming = support::note(notes.practice, his, QStringLiteral("Elena called, no nausea"));
    notes.practice.save(mark, his, naming);
    REQUIRE(notes.find(u"elena") == QList{notes.elena.id.uuid, naming.id.uuid});
    REQUIRE(notes.find(u"marsh elena") == QList{notes.elena.id.uuid});
    REQUIRE(notes.find(u"AH-04") == QList{notes.elena.id.uuid});
    REQUIRE(notes.find(u"elena nausea") == QList{hers.id.uuid, naming.id.uuid});
    const auto ofMark =
        required(notes.practice.file().fullText().find({base::searchTerms(u"nausea"), mark.id}));
    REQUIRE(ofMark.size() == 1);
    REQUIRE(ofMark.first().id == naming.id.uuid);
    REQUIRE(ofMark.first().patient == mark.id);
}

TEST_CASE("the note that says it most comes first", "[storage][search]") {
    Notes notes;
    const Note once =
        notes.write(QStringLiteral("garden once, and then many other words about the day and work"));
    const Note often = notes.write(QStringLiteral("garden, garden, garden"));
    REQUIRE(notes.find(u"garden") == QList{often.id.uuid, once.id.uuid});
}

TEST_CASE("a search finds the present text, and nothing entered in error", "[storage][search]") {
    Notes notes;
    Note note = notes.write(QStringLiteral("garden"));
    note.sections.first().text = QStringLiteral("forest");
    notes.practice.commit({Change{Action::Amended, note, QStringLiteral("said otherwise")}});
    REQUIRE(notes.find(u"garden").isEmpty());
    REQUIRE(notes.find(u"forest") == QList{note.id.uuid});
    notes.practice.commit({Change{Action::EnteredInError, note, QStringLiteral("wrong patient")}});
    REQUIRE(notes.find(u"forest").isEmpty());
    Patient elena = notes.elena;
    elena.familyName = QStringLiteral("Olsen");
    notes.practice.commit({Change{Action::Amended, elena, QStringLiteral("married")}});
    REQUIRE(notes.find(u"marsh").isEmpty());
    REQUIRE(notes.find(u"olsen") == QList{elena.id.uuid});
    REQUIRE(notes.verify().findings.isEmpty());
}

TEST_CASE("five hundred hits come as many as are asked for, none comes as none", "[storage][search]") {
    Notes notes;
    QList<Change> changes;
    for (int i = 0; i < 500; ++i) {
        changes.append({Action::Created,
                        support::note(notes.practice, notes.session, QStringLiteral("garden %1").arg(i)),
                        {}});
    }
    notes.practice.commit(changes);
    REQUIRE(notes.find(u"garden", 20).size() == 20);
    REQUIRE(notes.find(u"garden", 499).size() == 499);
    REQUIRE(notes.find(u"garden", 1000).size() == 500);
    REQUIRE(notes.find(u"garden 499").size() == 1);
    REQUIRE(notes.find(u"desert").isEmpty());
}

TEST_CASE("what no field of the search names is not found", "[storage][search]") {
    Notes notes;
    Patient elena = notes.elena;
    elena.phone = QStringLiteral("5550144");
    elena.address = QStringLiteral("Quarrygate");
    elena.emergencyName = QStringLiteral("Wilhelmina");
    elena.referrer = QStringLiteral("Quincy");
    notes.practice.commit({Change{Action::Amended, elena, QStringLiteral("told")}});
    Absence away;
    away.id = notes.practice.ids().next<AbsenceId>();
    away.clinician = notes.practice.clinician().id;
    away.first = away.last = QDate(2026, 12, 1);
    away.why = QStringLiteral("Zermatt");
    notes.practice.save(away);
    for (const char16_t* typed :
         {u"5550144", u"quarrygate", u"wilhelmina", u"quincy", u"zermatt", u"adeyemi", u"alder"}) {
        REQUIRE(notes.find(QString::fromUtf16(typed)).isEmpty());
    }
    // A record kind is searched because the table names it, and for no other reason.
    STATIC_REQUIRE(!isSearched(RecordKind::Absence));
    STATIC_REQUIRE(!isSearched(RecordKind::Credential));
    STATIC_REQUIRE(isSearched(RecordKind::Note));
    REQUIRE(searchedPieces(away).isEmpty());
}

TEST_CASE("no word of the index lies in the file in plain text", "[storage][search]") {
    Notes notes;
    (void)notes.write(QStringLiteral("unmistakableword"));
    REQUIRE(notes.find(u"unmistakableword").size() == 1);
    for (const QString& name : QDir(notes.practice.folder()).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(notes.practice.folder() + QLatin1Char('/') + name);
        REQUIRE(file.open(QIODevice::ReadOnly));
        REQUIRE(!file.readAll().toLower().contains("unmistakableword"));
    }
}

TEST_CASE("a lost index costs no record and is made anew", "[storage][search][damage]") {
    for (const char* loss : {"DROP TABLE search_text", "DROP TABLE search_name", "DROP TABLE search_row",
                             "DROP TABLE search_text; DROP TABLE search_name; DROP TABLE search_row"}) {
        CAPTURE(loss);
        Notes notes;
        const Note before = notes.write(QStringLiteral("garden before"));
        notes.tamper(loss);
        REQUIRE(saysSearchAlone(notes.verify()));
        const Note after = notes.write(QStringLiteral("garden after"));
        Patient elena = notes.elena;
        elena.preferredName = QStringLiteral("Ellie");
        notes.practice.commit({Change{Action::Amended, elena, QStringLiteral("asked for it")}});
        REQUIRE(!required(notes.practice.file().fullText().isComplete()));
        notes.build();
        REQUIRE(required(notes.practice.file().fullText().isComplete()));
        REQUIRE(notes.find(u"garden").size() == 2);
        REQUIRE(notes.find(u"ellie") == QList{elena.id.uuid});
        REQUIRE(notes.verify().findings.isEmpty());
        REQUIRE(before.id != after.id);
    }
}

TEST_CASE("a search in a damaged index says so once, and the next one has it anew",
          "[storage][search][damage]") {
    Notes notes;
    (void)notes.write(QStringLiteral("garden"));
    notes.tamper("UPDATE search_text_data SET block = x'FFFFFFFFFFFFFFFF'");
    REQUIRE(saysSearchAlone(notes.verify(VerifyDepth::Journal)));
    REQUIRE(saysSearchAlone(notes.verify()));
    const auto found = notes.practice.file().fullText().find({base::searchTerms(u"garden"), std::nullopt});
    REQUIRE(!found.has_value());
    REQUIRE(found.error().code == base::ErrorCode::Damaged);
    REQUIRE(found.error().remedy.contains(QStringLiteral("no record is lost")));
    REQUIRE(!required(notes.practice.file().fullText().isComplete()));
    notes.build();
    REQUIRE(notes.find(u"garden").size() == 1);
    REQUIRE(notes.verify().findings.isEmpty());
}

TEST_CASE("saving goes on while the index is damaged", "[storage][search][damage]") {
    Notes notes;
    (void)notes.write(QStringLiteral("garden"));
    notes.tamper("UPDATE search_text_data SET block = x'FFFFFFFFFFFFFFFF'");
    const Note note = notes.write(QStringLiteral("garden too"));
    REQUIRE(required(notes.practice.file().records().find<Note>(note.id)).has_value());
    notes.build();
    REQUIRE(notes.find(u"garden").size() == 2);
}

TEST_CASE("a page of the index that went bad on the disk costs no record", "[storage][search][damage]") {
    constexpr qint64 kPage = 4096;
    for (const char* table : {"search_text_data", "search_row"}) {
        CAPTURE(table);
        Notes notes;
        (void)notes.write(QStringLiteral("garden"));
        notes.practice.close();
        qint64 page = 0;
        {
            const auto key = notes.practice.key();
            Connection connection(notes.practice.path(), OpenMode::Write, &key);
            page = connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = '" +
                                      QByteArray(table) + "'");
        }
        QFile file(notes.practice.path());
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek((page - 1) * kPage + kPage / 2));
        REQUIRE(file.write("damage") == 6);
        file.close();
        notes.practice.reopen();
        const Note note = notes.write(QStringLiteral("garden too"));
        REQUIRE(required(notes.practice.file().records().find<Note>(note.id)).has_value());
        REQUIRE(!required(notes.practice.file().fullText().isComplete()));
        notes.build();
        REQUIRE(notes.find(u"garden").size() == 2);
        const auto report = notes.verify(VerifyDepth::Journal);
        REQUIRE(report.findings.size() == 1);
        REQUIRE(report.findings.first().fault == VerifyFault::PageDamaged);
    }
}

TEST_CASE("verify --deep tells a row that the index lacks or has too many", "[storage][search][verify]") {
    for (const char* change :
         {"DELETE FROM search_text WHERE rowid = (SELECT max(rowid) FROM search_text_docsize)",
          "INSERT INTO search_text (rowid, words) VALUES (4711, 'garden')",
          "DELETE FROM search_row WHERE kind = 10",
          "REPLACE INTO search_name (rowid, words) VALUES (1, 'somebody')"}) {
        CAPTURE(change);
        Notes notes;
        (void)notes.write(QStringLiteral("garden"));
        notes.tamper(change);
        REQUIRE(saysSearchAlone(notes.verify()));
        required(notes.practice.file().fullText().startAnew());
        REQUIRE(notes.verify().findings.isEmpty());
        notes.build();
        REQUIRE(notes.verify().findings.isEmpty());
    }
}

TEST_CASE("the index is made in steps, and what is saved between them is in it", "[storage][search]") {
    Notes notes;
    QList<Change> changes;
    for (int i = 0; i < 900; ++i) {
        changes.append({Action::Created,
                        support::note(notes.practice, notes.session, QStringLiteral("garden %1").arg(i)),
                        {}});
    }
    notes.practice.commit(changes);
    auto& index = notes.practice.file().fullText();
    required(index.startAnew());
    REQUIRE(!required(index.isComplete()));
    double done = 0.0;
    int steps = 0;
    while (done < 1.0) {
        const double next = required(index.buildStep());
        REQUIRE(next >= done);
        done = next;
        if (++steps == 3) {
            (void)notes.write(QStringLiteral("garden between"));
        }
    }
    REQUIRE(steps > 3);
    REQUIRE(notes.find(u"garden", 2000).size() == 901);
    REQUIRE(required(index.buildStep()) == 1.0);
    REQUIRE(notes.verify().findings.isEmpty());
}

TEST_CASE("an index whose making was broken off is begun anew", "[storage][search]") {
    Notes notes;
    (void)notes.write(QStringLiteral("garden"));
    required(notes.practice.file().fullText().startAnew());
    (void)required(notes.practice.file().fullText().buildStep());
    notes.practice.reopen();
    REQUIRE(!required(notes.practice.file().fullText().isComplete()));
    notes.build();
    REQUIRE(notes.find(u"garden").size() == 1);
}

TEST_CASE("a damaged record is not indexed", "[storage][search][damage]") {
    Notes notes;
    (void)notes.write(QStringLiteral("garden"));
    notes.tamper("UPDATE note SET mac = zeroblob(32)");
    required(notes.practice.file().fullText().startAnew());
    notes.build();
    REQUIRE(notes.find(u"garden").isEmpty());
    REQUIRE(notes.find(u"elena").size() == 1);
}

TEST_CASE("an index that lacks a field of today is made anew, and a new practice has all of them",
          "[storage][search]") {
    Notes notes;
    REQUIRE(required(notes.practice.file().fullText().isComplete()));
    const Note first = notes.write(QStringLiteral("slept well"));
    Note amended = support::note(notes.practice, notes.session, QStringLiteral("slept badly"));
    amended.amends = first.id;
    amended.amendReason = QStringLiteral("misheard her on the phone");
    notes.practice.save(amended);
    REQUIRE(notes.find(u"misheard phone") == QList{amended.id.uuid});
    // As the third version left it: without why a note was amended.
    notes.tamper("REPLACE INTO search_text (rowid, words) SELECT number, ' slept '"
                 " FROM search_row WHERE id IN (SELECT id FROM note);"
                 "UPDATE meta SET value = CAST('3' AS BLOB) WHERE name = 'search'");
    REQUIRE(notes.find(u"misheard").isEmpty());
    REQUIRE_FALSE(required(notes.practice.file().fullText().isComplete()));
    notes.build();
    REQUIRE(required(notes.practice.file().fullText().isComplete()));
    REQUIRE(notes.find(u"misheard phone") == QList{amended.id.uuid});
    REQUIRE(notes.verify().isOk());
}

} // namespace test_search_index
