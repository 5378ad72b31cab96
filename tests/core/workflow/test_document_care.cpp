// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/document_care.h"

#include "core/workflow/document_query.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/scan_file.h"

#include "core/record/consent.h"
#include "core/record/packing.h"
#include "core/storage/practice_file.h"
#include "core/storage/verify.h"

#include "tests/support/open_practice_fixture.h"
#include "tests/support/scan_samples.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

namespace test_document_care {
using namespace kairos;
using namespace kairos::record;
using base::ErrorCode;
using support::required;
using workflow::DocumentCare;
using workflow::DocumentQuery;
using workflow::ScanFile;

namespace {

struct Papers {
    support::OpenPracticeFixture fixture;
    PatientId elena = fixture.addElena();

    Document wanted() const {
        Document document;
        document.patient = elena;
        document.kind = DocumentKind::Consent;
        document.title = QStringLiteral("  Consent to \n treatment ");
        document.dated = QDate(2026, 10, 30);
        return document;
    }
    Document letter() const {
        Document document = wanted();
        document.kind = DocumentKind::Letter;
        document.title = QStringLiteral("To the surgery");
        document.text = QStringLiteral("Dear colleague,\n\nMrs Marsh does well.\n");
        return document;
    }
    static ScanFile scan(const QByteArray& bytes = support::pdfSample()) {
        return required(
            ScanFile::of(bytes, QStringLiteral("/scans/of october/consent.pdf"), DocumentCare::limits()));
    }
    DocumentCare care() { return DocumentCare(fixture.practice()); }
    DocumentQuery query() { return DocumentQuery(fixture.practice()); }
    ErrorCode refusal(const Document& document) {
        const auto refused = care().addScan(document, scan());
        REQUIRE(!refused.has_value());
        REQUIRE(!refused.error().remedy.isEmpty());
        REQUIRE(required(query().ofPatient(elena)).documents.isEmpty());
        return refused.error().code;
    }
};

} // namespace

TEST_CASE("A scan is kept with its name, kind, day, size and who added it", "[workflow][documents]") {
    Papers papers;
    const QByteArray bytes = support::pdfSample();
    const auto id = required(papers.care().addScan(papers.wanted(), Papers::scan(bytes)));
    const auto list = required(papers.query().ofPatient(papers.elena));
    REQUIRE(list.damaged.isEmpty());
    REQUIRE(list.documents.size() == 1);
    const Document& kept = list.documents.first();
    REQUIRE(kept.id == id);
    REQUIRE(kept.title == QStringLiteral("Consent to treatment"));
    REQUIRE(kept.scan->fileName == QStringLiteral("consent.pdf"));
    REQUIRE(kept.scan->mediaType == QStringLiteral("application/pdf"));
    REQUIRE(kept.scan->size == bytes.size());
    REQUIRE(kept.enteredBy == papers.fixture.clinician());
    REQUIRE(kept.enteredAt == papers.fixture.practice().now());
    REQUIRE(required(papers.query().bytesOf(kept)) == bytes);
}

TEST_CASE("A paper without a title, without a day or of a day to come is refused", "[workflow][documents]") {
    Papers papers;
    Document document = papers.wanted();
    SECTION("no title") {
        document.title = QStringLiteral(" \n ");
        REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
    }
    SECTION("a title of 201 characters; 200 are taken") {
        document.title = QString(201, QLatin1Char('t'));
        REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
        document.title.chop(1);
        REQUIRE(papers.care().addScan(document, Papers::scan()).has_value());
    }
    SECTION("no day") {
        document.dated = QDate();
        REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
    }
    SECTION("tomorrow; today is taken") {
        document.dated = QDate(2026, 11, 3);
        REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
        document.dated = QDate(2026, 11, 2);
        REQUIRE(papers.care().addScan(document, Papers::scan()).has_value());
    }
    SECTION("of nobody") {
        document.patient = papers.fixture.practice().ids().next<PatientId>();
        REQUIRE(papers.refusal(document) == ErrorCode::NotFound);
    }
    SECTION("nobody is signed in") {
        papers.fixture.practice().signOut();
        REQUIRE(papers.refusal(document) == ErrorCode::Refused);
    }
}

TEST_CASE("A paper is linked to a consent or a session of its own patient", "[workflow][documents]") {
    Papers papers;
    const PatientId other =
        papers.fixture.addPatient(QStringLiteral("AH-0500"), QStringLiteral("Tom"), QStringLiteral("Reed"));
    const auto consentOf = [&](const PatientId& patient) {
        Consent consent;
        consent.patient = patient;
        consent.form = QStringLiteral("ketamine-treatment");
        consent.version = QStringLiteral("4");
        consent.given = QDate(2026, 10, 30);
        workflow::PatientCare care(papers.fixture.practice());
        required(care.giveConsent(consent));
        return required(care.consents(patient)).first().id;
    };
    Document document = papers.wanted();
    document.consent = consentOf(other);
    REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
    document.consent.reset();
    document.session = papers.fixture.practice().ids().next<SessionId>();
    REQUIRE(papers.refusal(document) == ErrorCode::InvalidInput);
    document.session.reset();
    document.consent = consentOf(papers.elena);
    const auto id = required(papers.care().addScan(document, Papers::scan()));
    REQUIRE(required(papers.query().find(id)).consent == document.consent);
}

TEST_CASE("Title, day and kind are corrected and the scan stays", "[workflow][documents]") {
    Papers papers;
    const auto id = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    const Document before = required(papers.query().find(id));
    Document wrong = before;
    wrong.title = QStringLiteral("Referral");
    wrong.kind = DocumentKind::Referral;
    wrong.dated = QDate(2026, 10, 1);
    wrong.scan.reset();
    wrong.enteredBy = papers.fixture.practice().ids().next<ClinicianId>();
    required(papers.care().correct(wrong));
    Document expected = before;
    expected.title = wrong.title;
    expected.kind = wrong.kind;
    expected.dated = wrong.dated;
    REQUIRE(required(papers.query().find(id)) == expected);
    const auto history = [&] {
        return required(papers.fixture.practice().file().historyOf(id.uuid, papers.elena)).size();
    };
    REQUIRE(history() == 2);
    required(papers.care().correct(expected));
    REQUIRE(history() == 2);
    expected.title.clear();
    REQUIRE(!papers.care().correct(expected).has_value());
}

TEST_CASE("A paper entered in error is no longer listed and its bytes stay", "[workflow][documents]") {
    Papers papers;
    const auto id = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    const Document kept = required(papers.query().find(id));
    REQUIRE(papers.care().remove(id, QStringLiteral("  ")).error().code == ErrorCode::InvalidInput);
    required(papers.care().remove(id, QStringLiteral("of another patient")));
    REQUIRE(required(papers.query().ofPatient(papers.elena)).documents.isEmpty());
    REQUIRE(papers.query().find(id).error().code == ErrorCode::NotFound);
    REQUIRE(papers.care().remove(id, QStringLiteral("again")).error().code == ErrorCode::NotFound);
    REQUIRE(required(papers.query().bytesOf(kept)) == support::pdfSample());
}

TEST_CASE("A letter is written, changed and read in its last words", "[workflow][documents]") {
    Papers papers;
    const auto id = required(papers.care().saveLetter(papers.letter()));
    Document kept = required(papers.query().find(id));
    REQUIRE(!kept.scan);
    REQUIRE(required(papers.query().bytesOf(kept)) == papers.letter().text.toUtf8());
    kept.text += QStringLiteral("Yours, R. Adeyemi \u202e\u05e9\u05dc\u05d5\u05dd e\u0301");
    REQUIRE(required(papers.care().saveLetter(kept)) == id);
    REQUIRE(required(papers.query().find(id)) == kept);
    const auto versions = required(papers.fixture.practice().file().historyOf(id.uuid, papers.elena));
    REQUIRE(versions.size() == 2);
    REQUIRE(record::unpack<Document>(versions.first().content)->text == papers.letter().text);
}

TEST_CASE("A letter without words, with too many or over a scan is refused", "[workflow][documents]") {
    Papers papers;
    Document letter = papers.letter();
    letter.text = QStringLiteral(" \n");
    REQUIRE(papers.care().saveLetter(letter).error().code == ErrorCode::InvalidInput);
    letter.text = QString(100'001, QLatin1Char('w'));
    REQUIRE(papers.care().saveLetter(letter).error().code == ErrorCode::InvalidInput);
    letter.text.chop(1);
    REQUIRE(papers.care().saveLetter(letter).has_value());
    const auto scan = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    letter.id = scan;
    REQUIRE(papers.care().saveLetter(letter).error().code == ErrorCode::InvalidInput);
    letter.id = papers.fixture.practice().ids().next<DocumentId>();
    REQUIRE(papers.care().saveLetter(letter).error().code == ErrorCode::NotFound);
}

TEST_CASE("A draft ends with the letter it became", "[workflow][documents]") {
    Papers papers;
    auto& drafts = papers.fixture.practice().file().drafts();
    const storage::DraftKey key{QStringLiteral("letter"), papers.elena.uuid, papers.fixture.clinician()};
    required(drafts.keep({key, 1, "typed"}));
    required(papers.care().saveLetter(papers.letter(), {key}));
    REQUIRE(!required(drafts.find(key)));
}

TEST_CASE("The newest paper is listed first", "[workflow][documents]") {
    Papers papers;
    const auto old = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    Document later = papers.letter();
    later.dated = QDate(2026, 11, 1);
    const auto letter = required(papers.care().saveLetter(later));
    const auto list = required(papers.query().ofPatient(papers.elena)).documents;
    REQUIRE(list.size() == 2);
    REQUIRE(list.first().id == letter);
    REQUIRE(list.last().id == old);
}

TEST_CASE("A copy leaves the encrypted file only for a role that may export", "[workflow][documents]") {
    Papers papers;
    const auto id = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    const QString path = papers.fixture.folder() + QStringLiteral("/copy.pdf");
    const QString nowhere = papers.fixture.folder() + QStringLiteral("/none/copy.pdf");
    REQUIRE(papers.care().exportCopy(id, nowhere).error().code == ErrorCode::Storage);
    required(papers.care().exportCopy(id, path));
    QFile copy(path);
    REQUIRE(copy.open(QIODevice::ReadOnly));
    REQUIRE(copy.readAll() == support::pdfSample());
    REQUIRE(copy.remove());
    papers.fixture.signInAs(QStringLiteral("Ida Holm"), Role::Monitor);
    REQUIRE(papers.care().exportCopy(id, path).error().code == ErrorCode::Refused);
    REQUIRE(!QFile::exists(path));
}

TEST_CASE("A letter prints whose it is and what was typed, line by line", "[workflow][documents]") {
    Papers papers;
    const auto id = required(papers.care().saveLetter(papers.letter()));
    const auto sheet = required(papers.query().sheet(id, QLocale(QLocale::English)));
    REQUIRE(sheet.title == QStringLiteral("To the surgery"));
    REQUIRE(sheet.subtitle == QStringLiteral("Elena Marsh · born 12 Mar 1984 · MRN AH-0412"));
    REQUIRE(sheet.lines.first() == QStringLiteral("30 Oct 2026, written by Ruth Adeyemi"));
    REQUIRE(sheet.lines.contains(QStringLiteral("Mrs Marsh does well.")));
    const auto scan = required(papers.care().addScan(papers.wanted(), Papers::scan()));
    REQUIRE(papers.query().sheet(scan, QLocale()).error().code == ErrorCode::NotFound);
}

} // namespace test_document_care
