// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/safety/reading_order.h"

#include "core/base/check.h"
#include "core/safety/words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace kairos::safety {
namespace {

/// How a figure is named, shown and exemplified.
struct Part {
    Vital vital;
    const char* name;
    const char* shown;
    const char* example;
};

constexpr std::array<Part, 6> kParts = {{
    {Vital::Systolic, "bp", QT_TRANSLATE_NOOP("Words", "BP"), "142/88"},
    {Vital::Pulse, "hr", QT_TRANSLATE_NOOP("Words", "HR"), "72"},
    {Vital::Spo2, "spo2", QT_TRANSLATE_NOOP("Words", "SpO₂"), "96"},
    {Vital::Sedation, "s", QT_TRANSLATE_NOOP("Words", "sedation"), "5"},
    {Vital::RespiratoryRate, "rr", QT_TRANSLATE_NOOP("Words", "RR"), "14"},
    {Vital::Temperature, "t", QT_TRANSLATE_NOOP("Words", "temp."), "36.8"},
}};

const Part& partOf(Vital vital) {
    const auto* found =
        std::find_if(kParts.begin(), kParts.end(), [&](const Part& part) { return part.vital == vital; });
    KAIROS_CHECK(found != kParts.end());
    return *found;
}

QString joined(const QList<Vital>& parts, const char* Part::*text, const QString& gap) {
    QStringList all;
    for (const Vital vital : parts) {
        const char* raw = partOf(vital).*text;
        all.append(text == &Part::shown ? Words::tr(raw) : QString::fromLatin1(raw));
    }
    return all.join(gap);
}

} // namespace

std::optional<Vital> vitalOfWord(const QString& word) {
    static const QHash<QString, Vital> kWords = {
        {QStringLiteral("bp"), Vital::Systolic},   {QStringLiteral("hr"), Vital::Pulse},
        {QStringLiteral("p"), Vital::Pulse},       {QStringLiteral("pulse"), Vital::Pulse},
        {QStringLiteral("spo2"), Vital::Spo2},     {QStringLiteral("o2"), Vital::Spo2},
        {QStringLiteral("t"), Vital::Temperature}, {QStringLiteral("rr"), Vital::RespiratoryRate},
        {QStringLiteral("s"), Vital::Sedation},    {QStringLiteral("moaas"), Vital::Sedation}};
    const auto found = kWords.constFind(word);
    return found == kWords.constEnd() ? std::nullopt : std::optional(*found);
}

base::Result<ReadingOrder> ReadingOrder::read(const QString& text) {
    static const QRegularExpression kGaps(QStringLiteral("[\\s,;/]+"));
    const QStringList names = text.trimmed().toLower().split(kGaps, Qt::SkipEmptyParts);
    ReadingOrder order;
    if (names.isEmpty()) {
        return order;
    }
    const auto refused = [](const QString& why) {
        return base::fail(base::ErrorCode::InvalidInput, Words::tr("The order of a reading was not taken"),
                          why, Words::tr("name each once, like bp hr spo2 s; rr and t may follow"));
    };
    order.parts.clear();
    for (const QString& name : names) {
        const auto vital = vitalOfWord(name);
        if (!vital) {
            return refused(Words::tr("\"%1\" is no vital sign").arg(name));
        }
        if (order.parts.contains(*vital)) {
            return refused(Words::tr("\"%1\" stands twice").arg(name));
        }
        order.parts.append(*vital);
    }
    if (!order.parts.contains(Vital::Systolic)) {
        return refused(Words::tr("the blood pressure is missing"));
    }
    return order;
}

QString ReadingOrder::toText() const {
    return joined(parts, &Part::name, QStringLiteral(" "));
}

QString ReadingOrder::placeholder() const {
    return joined(parts, &Part::shown, QStringLiteral("  "));
}

QString ReadingOrder::example() const {
    return joined(parts, &Part::example, QStringLiteral(" "));
}

} // namespace kairos::safety
