// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kairos::exchange {

/// The largest Questionnaire that is read, in bytes.
inline constexpr qsizetype kLargestQuestionnaire = 4 * 1024 * 1024;

/// One answer that a question offers.
struct QuestionnaireOption {
    QString text;
    QString loinc;                ///< answer code; empty where the file has none
    std::optional<double> points; ///< ordinalValue or itemWeight, as a number or as a text
};

/// One question of a form, without groups, display texts, hidden and calculated items.
struct QuestionnaireItem {
    QString linkId;
    QString text;
    QString loinc;                      ///< empty where the file has none
    bool isYesNo = false;               ///< FHIR's boolean: yes and no, without words of its own
    QList<QuestionnaireOption> options; ///< empty: a number is typed, or yes and no
};

/// What a FHIR R4 Questionnaire says about a rating scale.
struct Questionnaire {
    QString id;
    QString url;
    QString name;
    QString title;
    QString version;
    QString language; ///< BCP 47; empty where the file says nothing
    QString publisher;
    QString copyright;
    QString stem;           ///< the display text before the first question
    QStringList loincCodes; ///< of the form as a whole
    QStringList scaleIds;   ///< codes and identifiers of "urn:kairos:scale"
    QList<QuestionnaireItem> items;
};

/// Whether the bytes are FHIR JSON ("resourceType") rather than an instrument file.
[[nodiscard]] bool isFhir(const QByteArray& json);

/// The Questionnaires of a file: one alone, or all of a Bundle. InvalidInput: no JSON, no Questionnaire, a
/// question without text, or points that are no number; `why` names the question.
[[nodiscard]] base::Result<QList<Questionnaire>> readQuestionnaires(const QByteArray& json);

} // namespace kairos::exchange
