// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scales/answers_text.h"

#include "core/scales/words.h"

#include <QStringList>

#include <optional>

namespace kairos::scales {

namespace {

using record::Answer;
using record::AnswerState;

std::optional<Answer> parseAnswer(QStringView word) {
    if (word == QLatin1String("-")) {
        return Answer{AnswerState::Unanswered, 0};
    }
    if (word == QLatin1String("x") || word == QLatin1String("X")) {
        return Answer{AnswerState::Declined, 0};
    }
    if (word == QLatin1String("n") || word == QLatin1String("N")) {
        return Answer{AnswerState::NotApplicable, 0};
    }
    bool isNumber = false;
    const int value = word.toInt(&isNumber);
    return isNumber ? std::optional(Answer::given(value)) : std::nullopt;
}

tl::unexpected<base::Error> refuseAnswers(const QString& why) {
    return base::fail(base::ErrorCode::InvalidInput, Words::tr("The answers were not read"), why,
                      Words::tr("give whole numbers parted by commas, with - for unanswered, "
                                "x for declined and n for not applicable"));
}

} // namespace

base::Result<QList<Answer>> parseAnswers(QStringView text) {
    if (text.trimmed().isEmpty()) {
        return refuseAnswers(Words::tr("there are none"));
    }
    QList<Answer> answers;
    for (const QStringView part : text.split(u',')) {
        const QStringView word = part.trimmed();
        const std::optional<Answer> answer = parseAnswer(word);
        if (!answer) {
            const auto place = answers.size() + 1;
            return refuseAnswers(
                word.isEmpty()
                    ? Words::tr("answer %1 is empty").arg(place)
                    : Words::tr("answer %1, \"%2\", is not an answer").arg(place).arg(word.left(20)));
        }
        answers.append(*answer);
    }
    return answers;
}

QString answersText(const QList<Answer>& answers) {
    QStringList words;
    for (const Answer& answer : answers) {
        switch (answer.state) {
        case AnswerState::Unanswered:
            words.append(QStringLiteral("-"));
            break;
        case AnswerState::Given:
            words.append(QString::number(answer.value));
            break;
        case AnswerState::Declined:
            words.append(QStringLiteral("x"));
            break;
        case AnswerState::NotApplicable:
            words.append(QStringLiteral("n"));
            break;
        }
    }
    return words.join(u',');
}

} // namespace kairos::scales
