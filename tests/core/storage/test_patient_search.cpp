// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/patient_search.h"

#include "tests/support/temp_practice.h"

#include <catch2/catch_test_macros.hpp>

namespace test_patient_search {
using namespace kairos;
using support::required;
using support::TempPractice;

namespace {

struct Person {
    const char16_t* mrn;
    const char16_t* given;
    const char16_t* family;
    const char16_t* preferred;
    QDate born;
};

record::Patient patientOf(TempPractice& practice, const Person& person) {
    record::Patient patient;
    patient.id = practice.ids().next<record::PatientId>();
    patient.mrn = QString::fromUtf16(person.mrn);
    patient.givenName = QString::fromUtf16(person.given);
    patient.familyName = QString::fromUtf16(person.family);
    patient.preferredName = QString::fromUtf16(person.preferred);
    if (person.born.isValid()) {
        patient.birthDate = person.born;
    }
    return patient;
}

/// Five people of many spellings; `find` gives their MRNs.
struct Caseload {
    TempPractice practice;

    Caseload() {
        for (const Person& person : {Person{u"AH-0412", u"Elena", u"Marsh", u"", QDate(1984, 3, 12)},
                                     Person{u"AH-0077", u"Søren", u"Å Krogh", u"", QDate(1961, 12, 3)},
                                     Person{u"1984", u"Zoë", u"Müller-Groß", u"Zo", QDate(1999, 1, 31)},
                                     Person{u"X_1%", u"Łukasz", u"O'Neil", u"", QDate()},
                                     Person{u"AH-1900", u"Mars", u"Abel", u"", QDate(1970, 10, 10)}}) {
            practice.save(patientOf(practice, person));
        }
    }

    QStringList find(const QString& text, int limit = 50) {
        QStringList numbers;
        for (const auto& id : required(practice.file().search().find(text, limit))) {
            numbers.append(required(practice.file().records().find<record::Patient>(id))->mrn);
        }
        return numbers;
    }
};

const QString kElena = QStringLiteral("AH-0412");
const QString kSoren = QStringLiteral("AH-0077");
const QString kZoe = QStringLiteral("1984");
const QString kLukasz = QStringLiteral("X_1%");
const QString kAbel = QStringLiteral("AH-1900");

} // namespace

TEST_CASE("names are found in any case, without accents and in parts", "[storage][search]") {
    Caseload caseload;
    REQUIRE(caseload.find(QStringLiteral("ELENA")) == QStringList{kElena});
    REQUIRE(caseload.find(QStringLiteral("soren a")) == QStringList{
                                                            kSoren,
                                                        });
    REQUIRE(caseload.find(QStringLiteral("  krogh   søren ")) == QStringList{kSoren});
    REQUIRE(caseload.find(QStringLiteral("muller")) == QStringList{kZoe});
    REQUIRE(caseload.find(QStringLiteral("gross")) == QStringList{kZoe});
    REQUIRE(caseload.find(QStringLiteral("ukas")) == QStringList{kLukasz});
    REQUIRE(caseload.find(QStringLiteral("o'n")) == QStringList{kLukasz});
    REQUIRE(caseload.find(QStringLiteral("elena krogh")).isEmpty());
}

TEST_CASE("the best patient comes first", "[storage][search]") {
    Caseload caseload;
    // A name that begins with the word stands before a name that only holds it.
    REQUIRE(caseload.find(QStringLiteral("mars")) == QStringList{kAbel, kElena});
    REQUIRE(caseload.find(QStringLiteral("ar")) == QStringList{kAbel, kElena});
    REQUIRE(caseload.find(QStringLiteral("k")) == QStringList{kSoren, kLukasz});
    // The MRN itself stands before birth dates of the same digits.
    REQUIRE(caseload.find(QStringLiteral("1984")) == QStringList{kZoe, kElena});
    REQUIRE(caseload.find(QStringLiteral("ah-19")) == QStringList{kAbel});
}

TEST_CASE("a birth date is found whole, from its start and from its month or day", "[storage][search]") {
    Caseload caseload;
    REQUIRE(caseload.find(QStringLiteral("1984-03-12")) == QStringList{kElena});
    REQUIRE(caseload.find(QStringLiteral("1984-03")) == QStringList{kElena});
    REQUIRE(caseload.find(QStringLiteral("03-12")) == QStringList{kElena});
    REQUIRE(caseload.find(QStringLiteral("12-03")) == QStringList{kSoren});
    REQUIRE(caseload.find(QStringLiteral("marsh 1984")) == QStringList{kElena});
    REQUIRE(caseload.find(QStringLiteral("marsh 1985")).isEmpty());
    REQUIRE(caseload.find(QStringLiteral("984-03")).isEmpty());
}

TEST_CASE("wild cards are letters like any other", "[storage][search]") {
    Caseload caseload;
    REQUIRE(caseload.find(QStringLiteral("%")) == QStringList{kLukasz});
    REQUIRE(caseload.find(QStringLiteral("_")) == QStringList{kLukasz});
    REQUIRE(caseload.find(QStringLiteral("x_1%")) == QStringList{kLukasz});
    REQUIRE(caseload.find(QStringLiteral("\\")).isEmpty());
    REQUIRE(caseload.find(QStringLiteral("a%h")).isEmpty());
    REQUIRE(caseload.find(QStringLiteral("'; DROP TABLE patient; --")).isEmpty());
    REQUIRE(caseload.find(QString()).size() == 5);
}

TEST_CASE("no text gives everybody by family name, as many as asked for", "[storage][search]") {
    Caseload caseload;
    const QStringList all{kSoren, kAbel, kElena, kZoe, kLukasz};
    REQUIRE(caseload.find(QString()) == all);
    REQUIRE(caseload.find(QStringLiteral("   ")) == all);
    REQUIRE(caseload.find(QString(), 2) == all.first(2));
    REQUIRE(caseload.find(QString(), 0).isEmpty());
    REQUIRE(caseload.find(QString(), -1) == all);
}

TEST_CASE("an MRN is matched whole, but for case", "[storage][search]") {
    Caseload caseload;
    auto& search = caseload.practice.file().search();
    REQUIRE(required(search.byMrn(QStringLiteral("ah-0412"))).has_value());
    REQUIRE(required(search.byMrn(QStringLiteral("AH-041"))) == std::nullopt);
    REQUIRE(required(search.byMrn(QString())) == std::nullopt);
}

TEST_CASE("a renamed patient is found by the new name alone", "[storage][search]") {
    TempPractice practice;
    auto patient = support::elenaMarsh(practice);
    practice.save(patient);
    patient.familyName = QStringLiteral("Holm");
    patient.birthDate = std::nullopt;
    practice.commit({{record::Action::Changed, patient, {}}});
    auto& search = practice.file().search();
    REQUIRE(required(search.find(QStringLiteral("marsh"), 9)).isEmpty());
    REQUIRE(required(search.find(QStringLiteral("1984"), 9)).isEmpty());
    REQUIRE(required(search.find(QStringLiteral("holm"), 9)) == QList<record::PatientId>{patient.id});
    practice.commit({{record::Action::EnteredInError, patient, QStringLiteral("made twice")}});
    REQUIRE(required(search.find(QStringLiteral("holm"), 9)).isEmpty());
    REQUIRE(required(search.byMrn(patient.mrn)) == std::nullopt);
}

TEST_CASE("search works in a practice without patients, with one and with 500", "[storage][search]") {
    TempPractice practice;
    auto& search = practice.file().search();
    REQUIRE(required(search.find(QString(), 50)).isEmpty());
    REQUIRE(required(search.find(QStringLiteral("a"), 50)).isEmpty());
    practice.save(support::elenaMarsh(practice, QStringLiteral("P-000")));
    REQUIRE(required(search.find(QStringLiteral("p-0"), 50)).size() == 1);
    QList<storage::Change> changes;
    for (int i = 1; i < 500; ++i) {
        const auto mrn = QStringLiteral("P-%1").arg(i, 3, 10, QLatin1Char('0'));
        changes.append({record::Action::Created, support::elenaMarsh(practice, mrn), {}});
    }
    practice.commit(changes);
    REQUIRE(required(search.find(QString(), -1)).size() == 500);
    REQUIRE(required(search.find(QStringLiteral("elena"), 50)).size() == 50);
    REQUIRE(required(search.find(QStringLiteral("p-499"), 50)).size() == 1);
    // More words than anybody types neither fail nor find what does not fit.
    REQUIRE(required(search.find(QStringLiteral("elena ").repeated(5000), 50)).size() == 50);
}

} // namespace test_patient_search
