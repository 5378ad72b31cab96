// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/questionnaire.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace kairos::exchange {

inline constexpr QLatin1String kLoincSystem("http://loinc.org");

/// Where the questions of one Questionnaire have their answers from: beside the question, or from a value set
/// that the file carries inside itself.
class OptionSource final {
public:
    explicit OptionSource(const QJsonObject& questionnaire);

    /// The answers that a question offers; none where a number is typed. Else the sentence that says what is
    /// wrong: points that are no number, or a value set that the file does not hold.
    [[nodiscard]] tl::expected<QList<QuestionnaireOption>, QString> of(const QJsonObject& item) const;

private:
    QHash<QString, QJsonArray> m_sets; ///< by "#id" and by url
};

} // namespace kairos::exchange
