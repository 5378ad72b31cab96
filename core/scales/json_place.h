// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <initializer_list>
#include <optional>
#include <utility>
#include <vector>

namespace kairos::scales {

/// The first thing a file has wrong, and where.
struct JsonProblem {
    QString place; ///< a JSON pointer, e.g. "/items/3/number"; empty for the file as a whole
    QString reason;
};

/// The JSON pointer (RFC 6901) of a key or an index below a place.
[[nodiscard]] QString pointerTo(const QString& place, QString step);

/// One reading of a file: it keeps the first problem and lets the reader go on with harmless values.
class JsonReading final {
public:
    void refuse(const QString& place, const QString& reason);
    [[nodiscard]] const std::optional<JsonProblem>& problem() const { return m_problem; }

private:
    std::optional<JsonProblem> m_problem;
};

/// A value in the file together with its place, so that every refusal can say where.
/// What is missing or of the wrong kind is refused and comes back empty. The reading must outlive it.
class JsonPlace final {
public:
    JsonPlace(QJsonValue value, QString place, JsonReading& reading)
        : m_value(std::move(value)), m_place(std::move(place)), m_reading(&reading) {}

    [[nodiscard]] const QString& place() const { return m_place; }
    [[nodiscard]] bool has(QLatin1String key) const;
    [[nodiscard]] JsonPlace at(const QString& key) const;

    [[nodiscard]] QString text(QLatin1String key) const;
    [[nodiscard]] QString textOr(QLatin1String key, const QString& fallback) const;
    [[nodiscard]] double number(QLatin1String key) const;
    [[nodiscard]] std::optional<double> numberIfAny(QLatin1String key) const;
    [[nodiscard]] int whole(QLatin1String key) const;
    [[nodiscard]] int wholeOr(QLatin1String key, int fallback) const;
    [[nodiscard]] std::optional<int> wholeIfAny(QLatin1String key) const;
    /// True or false; false when the key is not there.
    [[nodiscard]] bool isSet(QLatin1String key) const;
    /// The elements of a list that must be there.
    [[nodiscard]] std::vector<JsonPlace> list(QLatin1String key) const;
    /// The elements of a list, none when the key is not there.
    [[nodiscard]] std::vector<JsonPlace> listIfAny(QLatin1String key) const;
    /// The whole numbers of a list that must be there.
    [[nodiscard]] std::vector<int> wholes(QLatin1String key) const;
    [[nodiscard]] QList<QString> textsIfAny(QLatin1String key) const;
    [[nodiscard]] QList<QString> keys() const;

    /// The elements of this value, which must be a list.
    [[nodiscard]] std::vector<JsonPlace> elements() const;
    [[nodiscard]] QString asText() const;
    [[nodiscard]] int asWhole() const;
    [[nodiscard]] double asNumber() const;
    [[nodiscard]] bool isArray() const { return m_value.isArray(); }
    [[nodiscard]] bool isObject() const { return m_value.isObject(); }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }

    /// The meaning of a word out of a fixed list; anything else is refused with the list.
    template <class Value>
    [[nodiscard]] Value word(QLatin1String key,
                             std::initializer_list<std::pair<QLatin1String, Value>> meanings) const {
        const QString found = text(key);
        QList<QString> known;
        for (const auto& meaning : meanings) {
            if (found == meaning.first) {
                return meaning.second;
            }
            known.append(meaning.first);
        }
        refuseWord(key, found, known);
        return meanings.begin()->second;
    }

    /// Refuses every key that is not in the list: a mistyped key must not go unnoticed.
    void allowOnly(std::initializer_list<QLatin1String> keys) const;
    void refuse(const QString& reason) const;
    /// Refuses at the key instead of at the place itself.
    void refuseAt(QLatin1String key, const QString& reason) const;

private:
    void refuseWord(QLatin1String key, const QString& found, const QList<QString>& known) const;

    QJsonValue m_value;
    QString m_place;
    JsonReading* m_reading;
};

} // namespace kairos::scales
