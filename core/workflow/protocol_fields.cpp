// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/protocol_fields.h"

#include "core/workflow/words.h"

#include <QJsonArray>
#include <QStringList>

namespace kairos::workflow {

namespace {

QString valueText(const QJsonValue& value) {
    if (value.isDouble()) {
        return QString::number(value.toDouble(), 'g', 12);
    }
    if (value.isArray()) {
        QStringList words;
        for (const QJsonValue& word : value.toArray()) {
            words.append(valueText(word));
        }
        return words.join(QStringLiteral(", "));
    }
    return value.toString();
}

/// Collects the fields of one file.
class Collector final {
public:
    explicit Collector(const QJsonObject& protocol) : m_protocol(protocol) {}

    void begin(const QString& group) { m_group = group; }
    void addAlways(const QString& path, const QString& label, ProtocolValue kind) {
        m_fields.append({path, m_group, label, kind, valueText(valueAt(m_protocol, path))});
    }
    void addIfAny(const QString& path, const QString& label, ProtocolValue kind) {
        if (!valueAt(m_protocol, path).isUndefined()) {
            addAlways(path, label, kind);
        }
    }
    [[nodiscard]] qsizetype sizeAt(const QString& path) const {
        return valueAt(m_protocol, path).toArray().size();
    }
    [[nodiscard]] QString textAt(const QString& path) const { return valueText(valueAt(m_protocol, path)); }
    [[nodiscard]] QList<ProtocolField> take() { return std::move(m_fields); }

private:
    const QJsonObject& m_protocol;
    QString m_group;
    QList<ProtocolField> m_fields;
};

QString at(const QString& list, qsizetype index, const char* key) {
    return QStringLiteral("/%1/%2/%3").arg(list, QString::number(index), QLatin1String(key));
}

void addName(Collector& fields) {
    fields.begin(Words::tr("Name"));
    fields.addAlways(QStringLiteral("/id"), Words::tr("Id"), ProtocolValue::Text);
    fields.addAlways(QStringLiteral("/version"), Words::tr("Version"), ProtocolValue::Text);
    fields.addAlways(QStringLiteral("/title"), Words::tr("Name"), ProtocolValue::Text);
    fields.addAlways(QStringLiteral("/note"), Words::tr("What to know before choosing it"),
                     ProtocolValue::Text);
}

void addDoseFields(Collector& fields) {
    fields.begin(Words::tr("Dose"));
    fields.addAlways(QStringLiteral("/regimen/dose/value"), Words::tr("Dose"), ProtocolValue::Number);
    fields.addAlways(QStringLiteral("/regimen/dose/unit"), Words::tr("Unit, mg/kg or mg"),
                     ProtocolValue::Text);
    fields.addIfAny(QStringLiteral("/regimen/maximum/value"), Words::tr("At most"), ProtocolValue::Number);
    fields.addIfAny(QStringLiteral("/regimen/maximum/unit"), Words::tr("Unit of the maximum"),
                    ProtocolValue::Text);
    fields.addIfAny(QStringLiteral("/regimen/minutes"), Words::tr("Infusion, min"), ProtocolValue::Number);
    const qsizetype steps = fields.sizeAt(QStringLiteral("/regimen/titration"));
    for (qsizetype i = 0; i < steps; ++i) {
        const QString list = QStringLiteral("regimen/titration");
        fields.addAlways(at(list, i, "value"), Words::tr("Titration step %1, dose").arg(i + 1),
                         ProtocolValue::Number);
        fields.addAlways(at(list, i, "from_dose"),
                         Words::tr("Titration step %1, from dose number").arg(i + 1), ProtocolValue::Number);
    }
}

void addBlocks(Collector& fields) {
    const QString list = QStringLiteral("regimen/blocks");
    const qsizetype blocks = fields.sizeAt(QStringLiteral("/regimen/blocks"));
    for (qsizetype i = 0; i < blocks; ++i) {
        fields.begin(Words::tr("Doses, %1").arg(fields.textAt(at(list, i, "cadence"))));
        fields.addAlways(at(list, i, "count"), Words::tr("How many"), ProtocolValue::Number);
        fields.addIfAny(at(list, i, "weekdays"), Words::tr("Weekdays, from a Monday start"),
                        ProtocolValue::Words);
        fields.addIfAny(at(list, i, "target_gap_days"), Words::tr("Gap aimed at, days"),
                        ProtocolValue::Number);
        fields.addAlways(at(list, i, "min_gap_days"), Words::tr("Shortest gap, days"), ProtocolValue::Number);
        fields.addAlways(at(list, i, "max_gap_days"), Words::tr("Longest gap, days"), ProtocolValue::Number);
        fields.addIfAny(at(list, i, "max_in_7_days"), Words::tr("Most in any 7 days"), ProtocolValue::Number);
    }
}

void addIntegrationFields(Collector& fields) {
    fields.begin(Words::tr("Integration after each dose"));
    fields.addIfAny(QStringLiteral("/integration/target_from_hours"), Words::tr("Aimed at from, hours"),
                    ProtocolValue::Number);
    fields.addIfAny(QStringLiteral("/integration/target_to_hours"), Words::tr("Aimed at to, hours"),
                    ProtocolValue::Number);
    fields.addIfAny(QStringLiteral("/integration/latest_hours"), Words::tr("At the latest, hours"),
                    ProtocolValue::Number);
}

/// Sessions that stand against doses have no week of their own: of those only the length can be changed.
void addStrand(Collector& fields, const QString& strand) {
    fields.begin(Words::tr("Therapy, %1").arg(fields.textAt(strand + QStringLiteral("/title"))));
    fields.addAlways(strand + QStringLiteral("/minutes"), Words::tr("Length of a session, min"),
                     ProtocolValue::Number);
    if (fields.sizeAt(strand + QStringLiteral("/per_week")) == 0) {
        return;
    }
    fields.addAlways(strand + QStringLiteral("/sessions"), Words::tr("Sessions in all"),
                     ProtocolValue::Number);
    fields.addAlways(strand + QStringLiteral("/from_week"),
                     Words::tr("From week (1 begins with the first dose)"), ProtocolValue::Number);
    fields.addAlways(strand + QStringLiteral("/to_week"), Words::tr("To week"), ProtocolValue::Number);
    fields.addAlways(strand + QStringLiteral("/per_week"), Words::tr("Sessions in each of these weeks"),
                     ProtocolValue::Numbers);
}

void addTherapies(Collector& fields) {
    const QString first = QStringLiteral("/therapy");
    if (!fields.textAt(first + QStringLiteral("/title")).isEmpty()) {
        addStrand(fields, first);
    }
    const qsizetype more = fields.sizeAt(QStringLiteral("/more_therapies"));
    for (qsizetype i = 0; i < more; ++i) {
        addStrand(fields, QStringLiteral("/more_therapies/%1").arg(i));
    }
}

void addStepFields(Collector& fields) {
    const QString list = QStringLiteral("steps");
    const qsizetype steps = fields.sizeAt(QStringLiteral("/steps"));
    for (qsizetype i = 0; i < steps; ++i) {
        fields.begin(Words::tr("%1, days from its anchor").arg(fields.textAt(at(list, i, "title"))));
        fields.addAlways(at(list, i, "earliest_day"), Words::tr("Earliest"), ProtocolValue::Number);
        fields.addAlways(at(list, i, "target_day"), Words::tr("Aimed at"), ProtocolValue::Number);
        fields.addAlways(at(list, i, "latest_day"), Words::tr("Latest"), ProtocolValue::Number);
        fields.addAlways(at(list, i, "depends_on"), Words::tr("Waits for (keys of steps)"),
                         ProtocolValue::Words);
        fields.addIfAny(at(list, i, "instruments"), Words::tr("Measures"), ProtocolValue::Words);
    }
}

void addMeasures(Collector& fields) {
    for (const auto& [list, key] : {std::pair{QStringLiteral("measures"), "title"},
                                    std::pair{QStringLiteral("checkpoints"), "title"}}) {
        const qsizetype size = fields.sizeAt(QLatin1Char('/') + list);
        for (qsizetype i = 0; i < size; ++i) {
            fields.begin(fields.textAt(at(list, i, key)));
            fields.addIfAny(at(list, i, "after_dose"), Words::tr("After dose"), ProtocolValue::Number);
            fields.addIfAny(at(list, i, "instruments"), Words::tr("Measures"), ProtocolValue::Words);
        }
    }
}

QJsonValue replaced(const QJsonValue& value, const QStringList& steps, const QJsonValue& with) {
    if (steps.isEmpty()) {
        return with;
    }
    const QString& step = steps.first();
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const int index = step.toInt();
        if (index >= 0 && index < array.size()) {
            array.replace(index, replaced(array.at(index), steps.mid(1), with));
        }
        return array;
    }
    QJsonObject object = value.toObject();
    const QJsonValue inner = replaced(object.value(step), steps.mid(1), with);
    if (inner.isUndefined()) {
        object.remove(step);
    } else {
        object.insert(step, inner);
    }
    return object;
}

} // namespace

QList<ProtocolField> protocolFields(const QJsonObject& protocol) {
    Collector fields(protocol);
    addName(fields);
    addDoseFields(fields);
    addBlocks(fields);
    addIntegrationFields(fields);
    addTherapies(fields);
    addStepFields(fields);
    addMeasures(fields);
    return fields.take();
}

QJsonValue valueAt(const QJsonObject& object, const QString& pointer) {
    QJsonValue value = object;
    for (const QString& step : pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    return value;
}

QJsonObject withValue(const QJsonObject& object, const QString& pointer, const QJsonValue& value) {
    return replaced(object, pointer.split(QLatin1Char('/'), Qt::SkipEmptyParts), value).toObject();
}

} // namespace kairos::workflow
