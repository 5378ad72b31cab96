// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/protocol_draft.h"

#include "core/workflow/catalog.h"
#include "core/workflow/protocol_care.h"

#include "tests/support/open_practice_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

namespace test_protocol_draft {
using namespace kairos;
using base::ErrorCode;
using support::OpenPracticeFixture;
using support::required;
using workflow::ProtocolCare;
using workflow::ProtocolDraft;

namespace {

/// A copy of a protocol, the clinic's twice-weekly course unless another one is named, being changed.
struct Copy {
    OpenPracticeFixture fixture;
    ProtocolDraft draft;

    explicit Copy(const QString& id = QStringLiteral("iv-clinic"))
        : draft(required(ProtocolCare(fixture.practice()).copy(id))) {}

    void set(const QString& path, const QString& text) {
        for (const auto& field : draft.fields()) {
            if (field.path == path) {
                draft.set(field, text);
                return;
            }
        }
        throw std::runtime_error("no such field: " + path.toStdString());
    }
    [[nodiscard]] QString why() {
        const auto checked = draft.check(fixture.practice().catalog().doseLimits);
        return checked ? QString() : checked.error().why;
    }
    QJsonObject file() {
        return QJsonDocument::fromJson(required(draft.file(fixture.practice().catalog().doseLimits)))
            .object();
    }
};

} // namespace

TEST_CASE("A copy of any shipped protocol holds as it stands", "[workflow][protocol-draft]") {
    OpenPracticeFixture fixture;
    for (const auto& protocol : fixture.practice().catalog().protocols.protocols()) {
        INFO(protocol.id.toStdString());
        const auto draft = required(ProtocolCare(fixture.practice()).copy(protocol.id));
        REQUIRE(draft.changes().isEmpty());
        const auto checked = required(draft.check(fixture.practice().catalog().doseLimits));
        REQUIRE(checked.id == protocol.id + QStringLiteral("-own"));
        REQUIRE(checked.confidence == protocol.confidence);
    }
}

TEST_CASE("What is changed is marked local and told in the note; the rest keeps its marks",
          "[workflow][protocol-draft]") {
    Copy copy;
    copy.set(QStringLiteral("/title"), QStringLiteral("Eight infusions at Alder House"));
    copy.set(QStringLiteral("/regimen/blocks/0/count"), QStringLiteral("8"));
    copy.set(QStringLiteral("/measures/0/instruments"), QStringLiteral("qids-sr16, c-ssrs"));
    copy.set(QStringLiteral("/steps/3/depends_on"), QStringLiteral("dose-8"));
    REQUIRE(copy.why().toStdString() == "");
    REQUIRE(copy.draft.changes().size() == 3);
    const QJsonObject file = copy.file();
    const auto text = [&](const char* path) {
        return workflow::valueAt(file, QLatin1String(path)).toString();
    };
    REQUIRE(text("/confidence") == QStringLiteral("local"));
    REQUIRE(text("/regimen/blocks/0/source") == QStringLiteral("local"));
    REQUIRE(text("/regimen/blocks/0/confidence") == QStringLiteral("local"));
    REQUIRE(text("/measures/0/basis") == QStringLiteral("local"));
    REQUIRE(text("/steps/0/confidence") == QStringLiteral("C"));
    REQUIRE(text("/sources/0/confidence") == QStringLiteral("H"));
    REQUIRE(text("/note").contains(QStringLiteral("the clinic changed iv-clinic 1.0 in: How many")));
    REQUIRE(text("/note").contains(QStringLiteral("6, now 8")));
    const auto vectors = file.value(QStringLiteral("vectors")).toArray();
    REQUIRE(vectors.size() == 3);
    REQUIRE(vectors.first().toObject().value(QStringLiteral("doses")).toArray().size() == 8);
    REQUIRE(vectors.first()
                .toObject()
                .value(QStringLiteral("source"))
                .toString()
                .startsWith(QStringLiteral("local")));
}

TEST_CASE("A dose that changed is told in the note, and its maximum loses its basis",
          "[workflow][protocol-draft]") {
    Copy copy;
    copy.set(QStringLiteral("/regimen/dose/value"), QStringLiteral("0.6"));
    copy.set(QStringLiteral("/regimen/maximum/value"), QStringLiteral("0.9"));
    copy.set(QStringLiteral("/regimen/titration/1/value"), QStringLiteral("0.9"));
    REQUIRE(copy.why().toStdString() == "");
    const QJsonObject file = copy.file();
    REQUIRE(workflow::valueAt(file, QStringLiteral("/regimen/maximum/basis")) == QStringLiteral("local"));
    REQUIRE(workflow::valueAt(file, QStringLiteral("/regimen/titration/1/confidence")) ==
            QStringLiteral("local"));
    REQUIRE(workflow::valueAt(file, QStringLiteral("/regimen/titration/0/confidence")) ==
            QStringLiteral("M"));
    REQUIRE(file.value(QStringLiteral("note")).toString().contains(QStringLiteral("0.5, now 0.6")));
}

TEST_CASE("Bad input of a draft is refused with its place", "[workflow][protocol-draft]") {
    const auto refused = [](const QString& path, const QString& text) {
        Copy copy;
        copy.set(path, text);
        return copy.why().toStdString();
    };
    SECTION("a circle") {
        Copy copy;
        copy.set(QStringLiteral("/steps/0/depends_on"), QStringLiteral("consent-1"));
        INFO(copy.why().toStdString());
        REQUIRE(copy.why().startsWith(QStringLiteral("depends_on: ")));
        REQUIRE((copy.why().contains(QStringLiteral("screening-1")) ||
                 copy.why().contains(QStringLiteral("consent-1"))));
    }
    SECTION("an unknown unit") {
        REQUIRE(refused(QStringLiteral("/regimen/dose/unit"), QStringLiteral("drops"))
                    .starts_with("regimen.dose.unit"));
    }
    SECTION("a dose above its own maximum") {
        const auto why = refused(QStringLiteral("/regimen/dose/value"), QStringLiteral("1.5"));
        INFO(why);
        REQUIRE(why.starts_with("regimen"));
    }
    SECTION("a shortest gap above the longest") {
        const auto why = refused(QStringLiteral("/regimen/blocks/0/min_gap_days"), QStringLiteral("9"));
        INFO(why);
        REQUIRE(why.starts_with("regimen.blocks[0]"));
    }
    SECTION("a window that ends before it begins") {
        const auto why = refused(QStringLiteral("/steps/1/latest_day"), QStringLiteral("-40"));
        INFO(why);
        REQUIRE(why.starts_with("steps[1]"));
    }
    SECTION("a word where a number belongs") {
        REQUIRE(refused(QStringLiteral("/regimen/blocks/0/count"), QStringLiteral("six"))
                    .starts_with("regimen.blocks[0].count"));
    }
    SECTION("a step that waits for none that is known") {
        REQUIRE(refused(QStringLiteral("/steps/1/depends_on"), QStringLiteral("nobody"))
                    .starts_with("depends_on: "));
    }
    SECTION("an id of capitals") {
        REQUIRE(refused(QStringLiteral("/id"), QStringLiteral("Our Course")).starts_with("id: "));
    }
    SECTION("no name") {
        REQUIRE(refused(QStringLiteral("/title"), QStringLiteral(" ")).starts_with("title: "));
    }
}

TEST_CASE("A saved copy is installed as the clinic's own, and changed again under the next version",
          "[workflow][protocol-draft]") {
    Copy copy;
    auto& practice = copy.fixture.practice();
    copy.set(QStringLiteral("/regimen/blocks/0/max_gap_days"), QStringLiteral("6"));
    REQUIRE(required(ProtocolCare(practice).save(copy.draft)) == QStringLiteral("iv-clinic-own"));
    const auto* own = practice.catalog().protocols.find(QStringLiteral("iv-clinic-own"));
    REQUIRE(own->file == QStringLiteral("iv-clinic-own.json"));
    REQUIRE(own->version == QStringLiteral("1.0"));
    REQUIRE(own->confidence == base::Confidence::Local);
    REQUIRE(own->regimen.blocks.first().confidence == base::Confidence::Local);
    REQUIRE(ProtocolCare(practice).save(copy.draft).error().code == ErrorCode::Refused);
    const auto next = required(ProtocolCare(practice).edit(QStringLiteral("iv-clinic-own")));
    REQUIRE(required(ProtocolCare(practice).save(next)) == QStringLiteral("iv-clinic-own"));
    REQUIRE(practice.catalog().protocols.find(QStringLiteral("iv-clinic-own"))->version ==
            QStringLiteral("1.1"));
    const auto second = required(ProtocolCare(practice).copy(QStringLiteral("iv-clinic")));
    REQUIRE(second.fields().first().value == QStringLiteral("iv-clinic-own-2"));
    REQUIRE(ProtocolCare(practice).edit(QStringLiteral("iv-clinic")).error().code == ErrorCode::Refused);
    REQUIRE(ProtocolCare(practice).copy(QStringLiteral("none")).error().code == ErrorCode::NotFound);
}

TEST_CASE("Count and cadence of the therapy are changed together, marked local and planned",
          "[workflow][protocol-draft]") {
    Copy copy(QStringLiteral("iv-cbt-w17"));
    copy.set(QStringLiteral("/therapy/sessions"), QStringLiteral("10"));
    REQUIRE(copy.why().startsWith(QStringLiteral("therapy.per_week: ")));
    copy.set(QStringLiteral("/therapy/per_week"), QStringLiteral("1, 1, 1, 1, 1, 1, 1, 1, 1, 1"));
    for (const auto& field : copy.draft.fields()) {
        if (field.value.contains(QStringLiteral("therapy-12"))) {
            copy.draft.set(
                field,
                QString(field.value).replace(QStringLiteral("therapy-12"), QStringLiteral("therapy-10")));
        }
    }
    const auto checked = required(copy.draft.check(copy.fixture.practice().catalog().doseLimits));
    REQUIRE(checked.therapy->count() == 10);
    REQUIRE(checked.therapy->perWeek == QList<int>(10, 1));
    REQUIRE(checked.therapy->confidence == base::Confidence::Local);
    REQUIRE(checked.integration.has_value() == false);
    const auto file = copy.file();
    REQUIRE(workflow::valueAt(file, QStringLiteral("/therapy/basis")) == QStringLiteral("local"));
    REQUIRE(file.value(QStringLiteral("note")).toString().contains(QStringLiteral("12, now 10")));
    REQUIRE(file.value(QStringLiteral("note")).toString().contains(QStringLiteral("2, 2, 1")));
}

TEST_CASE("A cadence that cannot be is refused with its place", "[workflow][protocol-draft]") {
    const auto refused = [](const QString& path, const QString& text) {
        Copy copy(QStringLiteral("iv-cbt-w17"));
        copy.set(path, text);
        return copy.why().toStdString();
    };
    const QString perWeek = QStringLiteral("/therapy/per_week");
    REQUIRE(refused(perWeek, QStringLiteral("8, 2, 1, 1, 0, 0, 0, 0, 0, 0")).starts_with("therapy.per_week"));
    REQUIRE(
        refused(perWeek, QStringLiteral("2, two, 1, 1, 1, 1, 1, 1, 1, 1")).starts_with("therapy.per_week"));
    REQUIRE(refused(perWeek, QStringLiteral("2, 2, 2, 2, 2, 2")).starts_with("therapy.per_week"));
    REQUIRE(refused(perWeek, QString()).starts_with("therapy"));
    REQUIRE(
        refused(QStringLiteral("/therapy/sessions"), QStringLiteral("0")).starts_with("therapy.sessions"));
    REQUIRE(
        refused(QStringLiteral("/therapy/minutes"), QStringLiteral("hour")).starts_with("therapy.minutes"));
    REQUIRE(
        refused(QStringLiteral("/therapy/to_week"), QStringLiteral("11")).starts_with("therapy.per_week"));
}

TEST_CASE("Of sessions that stand against doses the length alone can be changed",
          "[workflow][protocol-draft]") {
    Copy copy(QStringLiteral("iv-kare"));
    QStringList paths;
    for (const auto& field : copy.draft.fields()) {
        if (field.path.startsWith(QStringLiteral("/therapy/"))) {
            paths.append(field.path);
        }
    }
    REQUIRE(paths == QStringList{QStringLiteral("/therapy/minutes")});
    copy.set(QStringLiteral("/therapy/minutes"), QStringLiteral("90"));
    REQUIRE(copy.why().toStdString() == "");
}

} // namespace test_protocol_draft
