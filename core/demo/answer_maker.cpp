// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/answer_maker.h"

#include "core/scales/scoring.h"

namespace kairos::demo {

using record::Answer;

namespace {

double totalOf(const scales::Instrument& instrument, const QList<Answer>& answers) {
    const auto scored = scales::score(
        instrument, std::span<const Answer>(answers.constData(), static_cast<size_t>(answers.size())));
    return scored && scored->total ? *scored->total : -1;
}

/// Items about suicide stay at zero unless the story says otherwise: nobody's danger is made up by chance.
bool isFree(const scales::Instrument& instrument, qsizetype index,
            const std::optional<std::pair<int, int>>& fixed) {
    const auto& item = instrument.items[static_cast<size_t>(index)];
    return !item.critical && !(fixed && fixed->first == item.number);
}

} // namespace

QList<Answer> answersFor(const scales::Instrument& instrument, const RatingStory& rating,
                         base::RandomSource& random) {
    QList<Answer> answers;
    for (const int points : rating.items) {
        answers.append(Answer::given(points));
    }
    if (!answers.isEmpty()) {
        return answers;
    }
    for (const auto& item : instrument.items) {
        const bool isFixed = rating.fixed && rating.fixed->first == item.number;
        answers.append(Answer::given(isFixed ? rating.fixed->second : item.min));
    }
    // Points are dealt one by one; a point that would overshoot the total is taken back.
    double total = totalOf(instrument, answers);
    for (int tries = 0; tries < 4000 && total >= 0 && total < rating.total; ++tries) {
        const auto index = static_cast<qsizetype>(random.next() % static_cast<quint64>(answers.size()));
        const auto& item = instrument.items[static_cast<size_t>(index)];
        if (!isFree(instrument, index, rating.fixed) || answers[index].value >= item.max) {
            continue;
        }
        answers[index].value += 1;
        const double next = totalOf(instrument, answers);
        if (next > rating.total) {
            answers[index].value -= 1;
        } else {
            total = next;
        }
    }
    return answers;
}

} // namespace kairos::demo
