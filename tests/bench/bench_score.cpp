// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"

#include "core/scales/instrument_library.h"
#include "core/scales/scoring.h"

#include <array>
#include <stdexcept>
#include <vector>

namespace kairos::bench {
namespace {

constexpr int kRuns = 15;
constexpr std::size_t kForms = 1'000'000;
constexpr std::size_t kItems = 9;
constexpr double kGoal = 5.0;

using Form = std::array<record::Answer, kItems>;

/// A million forms from a small generator, the same in every run; one answer in twenty is empty.
std::vector<Form> forms() {
    constexpr quint32 kMultiplier = 1664525;
    constexpr quint32 kIncrement = 1013904223;
    std::vector<Form> all(kForms);
    quint32 state = 20261127;
    for (Form& form : all) {
        for (record::Answer& answer : form) {
            state = state * kMultiplier + kIncrement;
            const quint32 drawn = state >> 16;
            if (drawn % 20 != 0) {
                answer = record::Answer::given(static_cast<int>(drawn >> 8) & 3);
            }
        }
    }
    return all;
}

/// What both loops reckon together over all forms, so that neither can be left out.
struct Sum {
    qint64 total = 0;
    qint64 bands = 0; ///< totals of 20 and more
    qint64 critical = 0;

    bool operator==(const Sum&) const = default;
};

Sum ours(const scales::Instrument& phq, const std::vector<Form>& all) {
    static const QString kSevere = QStringLiteral("severe");
    Sum sum;
    for (const Form& form : all) {
        const auto scored = scales::score(phq, form);
        if (!scored) {
            throw std::runtime_error("a form was refused");
        }
        sum.total += static_cast<qint64>(scored->total.value_or(0));
        sum.bands += scored->band == kSevere ? 1 : 0;
        sum.critical += scored->flags.contains(u"suicide-item") ? 1 : 0;
    }
    return sum;
}

/// The PHQ-9 as one would write it by hand: range check, sum, proration up to two, severe band, item 9.
Sum byHand(const std::vector<Form>& all) {
    Sum sum;
    for (const Form& form : all) {
        int points = 0;
        int answered = 0;
        for (const record::Answer& answer : form) {
            if (answer.state != record::AnswerState::Given) {
                continue;
            }
            if (answer.value < 0 || answer.value > 3) {
                throw std::runtime_error("a form was refused");
            }
            points += answer.value;
            ++answered;
        }
        if (answered >= 7) {
            const int total = (2 * points * 9 + answered) / (2 * answered);
            sum.total += total;
            sum.bands += total >= 20 ? 1 : 0;
        }
        const record::Answer& last = form.back();
        sum.critical += last.state == record::AnswerState::Given && last.value > 0 ? 1 : 0;
    }
    return sum;
}

} // namespace

int benchScore() {
    const auto library = scales::InstrumentLibrary::builtIn();
    const scales::Instrument& phq = *library.find(u"phq-9");
    const auto all = forms();
    Sum last;
    const auto pair = measure(
        kRuns, [&] { last = ours(phq, all); },
        [&] {
            if (byHand(all) != last) {
                throw std::runtime_error("the two loops do not agree");
            }
        });
    return report("score 1,000,000 PHQ-9 forms / loop by hand", pair, kGoal);
}

} // namespace kairos::bench
