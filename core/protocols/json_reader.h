// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/confidence.h"
#include "core/base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace kairos::protocols {

/// Reads a JSON object of a data file field by field and notes every trouble with its place
/// ("regimen.blocks[0].count: a whole number from 1 is expected"). Fields that nobody asked for are troubles
/// too, so that a mistyped key never passes in silence. Readers of children share the notes of their parent.
class JsonReader {
public:
    /// Parses a whole file; text that is no JSON object gives a reader with that trouble noted.
    [[nodiscard]] static JsonReader parse(const QByteArray& json);

    /// Required fields; a missing or wrong one notes a trouble and gives an empty value.
    [[nodiscard]] QString text(const QString& key);
    [[nodiscard]] double number(const QString& key);
    [[nodiscard]] int integer(const QString& key, int low, int high);
    [[nodiscard]] QDate date(const QString& key);
    [[nodiscard]] base::Confidence confidence(const QString& key);
    [[nodiscard]] QStringList texts(const QString& key);
    [[nodiscard]] QList<double> numbers(const QString& key);
    [[nodiscard]] JsonReader child(const QString& key);
    [[nodiscard]] QList<JsonReader> children(const QString& key);

    /// Fields that may be absent or null.
    [[nodiscard]] bool has(const QString& key) const;
    [[nodiscard]] std::optional<double> optionalNumber(const QString& key);
    [[nodiscard]] QString optionalText(const QString& key);
    [[nodiscard]] QStringList optionalTexts(const QString& key);
    [[nodiscard]] QList<JsonReader> optionalChildren(const QString& key);
    [[nodiscard]] bool flag(const QString& key); ///< false when absent

    /// Notes a trouble of this object's field.
    void refuse(const QString& key, const QString& why);
    /// Notes the fields that were never asked for. To be called after the last field.
    void finish();
    [[nodiscard]] const QStringList& troubles() const { return *m_troubles; }
    [[nodiscard]] QString place() const { return m_place; }

private:
    JsonReader(QJsonObject object, QString place, std::shared_ptr<QStringList> troubles);
    [[nodiscard]] QString placeOf(const QString& key) const;
    [[nodiscard]] QJsonValue take(const QString& key);

    QJsonObject m_object;
    QString m_place;
    std::shared_ptr<QStringList> m_troubles;
    QSet<QString> m_asked;
};

/// The whole content of a file, or why it cannot be read.
[[nodiscard]] base::Result<QByteArray> readDataFile(const QString& path);

/// The error of a data file that was refused, naming the file and its first trouble.
[[nodiscard]] base::Error refusedFile(const QString& path, const QStringList& troubles);

} // namespace kairos::protocols
