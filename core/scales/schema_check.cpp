// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/schema_check.h"

#include "core/base/built_in.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <memory>

namespace kairos::scales {

namespace {

using valijson::ValidationResults;
using valijson::adapters::QtJsonAdapter;

/// A value longer than this says nothing more about what is wrong with it.
constexpr qsizetype kLongestShown = 40;

const valijson::Schema& instrumentSchema() {
    static const std::unique_ptr<const valijson::Schema> kSchema = [] {
        const QByteArray file =
            base::builtInFile(QStringLiteral("instruments/schema/instrument.schema.json"));
        const QJsonValue json(QJsonDocument::fromJson(file).object());
        auto schema = std::make_unique<valijson::Schema>();
        valijson::SchemaParser().populateSchema(QtJsonAdapter(json), *schema);
        return schema;
    }();
    return *kSchema;
}

/// The steps to a value: "<root>", "[items]", "[3]" become "items", "3".
QStringList stepsOf(const std::vector<std::string>& context) {
    QStringList steps;
    for (std::size_t i = 1; i < context.size(); ++i) {
        QString step = QString::fromStdString(context[i]);
        if (step.startsWith(u'[') && step.endsWith(u']')) {
            step = step.mid(1, step.size() - 2);
        }
        if (step.size() >= 2 && step.startsWith(u'"') && step.endsWith(u'"')) {
            step = step.mid(1, step.size() - 2);
        }
        steps.append(step);
    }
    return steps;
}

QJsonValue valueAt(QJsonValue value, const QStringList& steps) {
    for (const QString& step : steps) {
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    return value;
}

/// A text or number that is refused is shown; an object or a list is named by its place alone.
QString shown(const QJsonValue& value) {
    if (value.isString()) {
        return QStringLiteral("\"%1\": ").arg(value.toString().left(kLongestShown));
    }
    return value.isDouble() ? QStringLiteral("%1: ").arg(value.toDouble()) : QString();
}

/// The innermost error says most. Of several at one place the last one sums up the others.
ValidationResults::Error innermost(const ValidationResults& results) {
    ValidationResults::Error found;
    for (const ValidationResults::Error& error : results) {
        if (error.context.size() > found.context.size() || error.context == found.context) {
            found = error;
        }
    }
    return found;
}

} // namespace

std::optional<JsonProblem> findMisshape(const QJsonValue& file) {
    ValidationResults results;
    valijson::Validator validator;
    if (validator.validate(instrumentSchema(), QtJsonAdapter(file), &results)) {
        return std::nullopt;
    }
    const ValidationResults::Error error = innermost(results);
    const QStringList steps = stepsOf(error.context);
    QString pointer;
    for (const QString& step : steps) {
        pointer = pointerTo(pointer, step);
    }
    return JsonProblem{pointer, shown(valueAt(file, steps)) + QString::fromStdString(error.description)};
}

} // namespace kairos::scales
