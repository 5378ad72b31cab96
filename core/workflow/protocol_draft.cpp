// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/protocol_draft.h"

#include "core/workflow/own_protocols.h"
#include "core/workflow/words.h"

#include "core/planning/plan.h"
#include "core/protocols/protocol_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kairos::workflow {

using base::ErrorCode;
using protocols::DoseLimits;
using protocols::Protocol;

namespace {

const QString kLocal = QStringLiteral("local");

base::Result<QJsonObject> objectOf(const QByteArray& json) {
    const auto document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return base::fail(ErrorCode::InvalidInput, Words::tr("The protocol was not opened"),
                          Words::tr("its file is not one JSON object"), Words::tr("correct the file"));
    }
    return document.object();
}

/// "1.3" after "1.2".
QString nextVersion(const QString& version) {
    QStringList parts = version.split(QLatin1Char('.'));
    bool isNumber = false;
    const int last = parts.last().toInt(&isNumber);
    if (!isNumber) {
        return version;
    }
    parts.last() = QString::number(last + 1);
    return parts.join(QLatin1Char('.'));
}

QJsonValue numberValue(const QString& trimmed) {
    bool isNumber = false;
    const double number = trimmed.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(trimmed);
}

/// What a text means as a value of its kind; what does not read stays a text.
QJsonValue typedValue(ProtocolValue kind, const QString& text) {
    const QString trimmed = text.trimmed();
    switch (kind) {
    case ProtocolValue::Text:
        return trimmed;
    case ProtocolValue::Number:
        return numberValue(trimmed);
    case ProtocolValue::Words:
    case ProtocolValue::Numbers: {
        QJsonArray parts;
        for (const QString& part : trimmed.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            parts.append(kind == ProtocolValue::Numbers ? numberValue(part.trimmed()) : part.trimmed());
        }
        return parts;
    }
    }
    return {};
}

/// The nearest part around a place that says how sure it is.
QString markedPart(const QJsonObject& protocol, const QString& path) {
    QString part = path;
    while (!part.isEmpty()) {
        part = part.left(part.lastIndexOf(QLatin1Char('/')));
        if (valueAt(protocol, part).toObject().contains(QStringLiteral("confidence"))) {
            return part;
        }
    }
    return {};
}

/// Marks a part as the clinic's own decision.
QJsonObject markedLocal(QJsonObject protocol, const QString& part) {
    protocol = withValue(protocol, part + QStringLiteral("/confidence"), kLocal);
    for (const char* key : {"source", "basis"}) {
        const QString place = part + QLatin1Char('/') + QLatin1String(key);
        if (valueAt(protocol, place).isString()) {
            protocol = withValue(protocol, place, kLocal);
        }
    }
    return protocol;
}

bool isName(const ProtocolField& field) {
    return field.path.count(QLatin1Char('/')) == 1;
}

/// The days of the doses as the planner finds them.
QJsonArray doseDays(const Protocol& protocol, const protocols::ScheduleVector& vector) {
    planning::PlanRequest request;
    request.start = vector.start;
    request.closedWeekdays = vector.closedWeekdays;
    request.holidays = vector.holidays;
    request.patientAway = vector.unavailable;
    QJsonArray days;
    for (const planning::PlannedStep& step : planning::plan(protocol, request).steps) {
        if (step.kind == record::StepKind::Dosing && step.window) {
            days.append(step.window->target.date.toString(Qt::ISODate));
        }
    }
    return days;
}

} // namespace

base::Result<ProtocolDraft> ProtocolDraft::copyOf(const QByteArray& json, const QString& newId) {
    return objectOf(json).map([&](const QJsonObject& from) {
        QJsonObject now = from;
        now.insert(QStringLiteral("id"), newId);
        now.insert(QStringLiteral("version"), QStringLiteral("1.0"));
        now.remove(QStringLiteral("reviewer"));
        return ProtocolDraft(from, now);
    });
}

base::Result<ProtocolDraft> ProtocolDraft::next(const QByteArray& json) {
    return objectOf(json).map([&](const QJsonObject& from) {
        QJsonObject now = from;
        now.insert(QStringLiteral("version"), nextVersion(from.value(QStringLiteral("version")).toString()));
        return ProtocolDraft(from, now);
    });
}

void ProtocolDraft::set(const ProtocolField& field, const QString& text) {
    QJsonValue value = typedValue(field.kind, text);
    const bool wasMissing = valueAt(m_from, field.path).isUndefined();
    if (wasMissing && text.trimmed().isEmpty()) {
        value = QJsonValue(QJsonValue::Undefined);
    }
    m_now = withValue(m_now, field.path, value);
}

QStringList ProtocolDraft::changes() const {
    QStringList changes;
    for (const ProtocolField& field : fields()) {
        if (isName(field) || valueAt(m_from, field.path) == valueAt(m_now, field.path)) {
            continue;
        }
        for (const ProtocolField& former : protocolFields(m_from)) {
            if (former.path == field.path) {
                changes.append(Words::tr("%1 (%2): %3, now %4")
                                   .arg(field.label, field.group,
                                        former.value.isEmpty() ? Words::tr("none") : former.value,
                                        field.value.isEmpty() ? Words::tr("none") : field.value));
            }
        }
    }
    return changes;
}

QJsonObject ProtocolDraft::marked() const {
    QJsonObject protocol = m_now;
    for (const ProtocolField& field : fields()) {
        if (isName(field) || valueAt(m_from, field.path) == valueAt(m_now, field.path)) {
            continue;
        }
        protocol = markedLocal(protocol, markedPart(protocol, field.path));
        // A maximum says where it comes from without a mark of its own.
        if (field.path.startsWith(QLatin1String("/regimen/maximum/"))) {
            protocol = withValue(protocol, QStringLiteral("/regimen/maximum/basis"), kLocal);
        }
    }
    return protocol;
}

base::Result<QJsonObject> ProtocolDraft::finished(const DoseLimits& limits) const {
    QJsonObject protocol = marked();
    const QStringList told = changes();
    if (!told.isEmpty()) {
        const QString note =
            Words::tr("%1 Local: the clinic changed %2 %3 in: %4.")
                .arg(protocol.value(QStringLiteral("note")).toString().trimmed(),
                     m_from.value(QStringLiteral("id")).toString(),
                     m_from.value(QStringLiteral("version")).toString(), told.join(QStringLiteral("; ")));
        protocol.insert(QStringLiteral("note"), note);
        protocol.insert(QStringLiteral("confidence"), kLocal);
    }
    // The worked examples of the former counts and gaps must not stand in the way of the new ones.
    QJsonArray vectors = protocol.value(QStringLiteral("vectors")).toArray();
    for (qsizetype i = 0; i < vectors.size(); ++i) {
        QJsonObject vector = vectors.at(i).toObject();
        vector.insert(QStringLiteral("doses"), QJsonArray());
        vectors.replace(i, vector);
    }
    protocol.insert(QStringLiteral("vectors"), vectors);
    const auto read = readOwnProtocol(QJsonDocument(protocol).toJson(), Words::tr("protocol"), limits);
    if (!read) {
        return tl::unexpected<base::Error>(read.error());
    }
    for (qsizetype i = 0; i < vectors.size() && i < read->vectors.size(); ++i) {
        QJsonObject vector = vectors.at(i).toObject();
        vector.insert(QStringLiteral("doses"), doseDays(*read, read->vectors.at(i)));
        if (!told.isEmpty()) {
            vector.insert(QStringLiteral("source"),
                          Words::tr("local: reckoned by the planner when it was saved"));
        }
        vectors.replace(i, vector);
    }
    protocol.insert(QStringLiteral("vectors"), vectors);
    return protocol;
}

base::Result<Protocol> ProtocolDraft::check(const DoseLimits& limits) const {
    return file(limits).and_then(
        [&](const QByteArray& json) { return readOwnProtocol(json, Words::tr("protocol"), limits); });
}

base::Result<QByteArray> ProtocolDraft::file(const DoseLimits& limits) const {
    return finished(limits).map(
        [](const QJsonObject& protocol) { return QJsonDocument(protocol).toJson(QJsonDocument::Indented); });
}

} // namespace kairos::workflow
