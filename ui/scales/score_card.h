// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/band_strip.h"

#include "core/scales/score.h"

#include <QFrame>

namespace kairos::ui {

class Card;
class TextLabel;

/// How much of a form is answered.
struct AnsweredCount {
    int settled = 0;
    int asked = 0;
};

/// The total of a rating while it is filled in: figure, band, how much is answered, the strip.
class ScoreCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScoreCard)

public:
    explicit ScoreCard(const scales::Instrument& instrument, QWidget* parent = nullptr);

    void showScore(const scales::Score& score, const AnsweredCount& count);
    /// Nothing can be scored: the reason in words.
    void showNothing(const QString& reason);
    void setMarks(const QList<StripMark>& marks);
    /// What stands in the card, for screen readers and tests: "8 of 27, mild, 9 of 9 answered".
    [[nodiscard]] QString words() const;

private:
    const scales::Instrument& m_instrument;
    Card* m_card;
    TextLabel* m_total;
    TextLabel* m_of;
    TextLabel* m_band;
    TextLabel* m_answered;
    TextLabel* m_note;
    BandStrip* m_strip;
};

/// "mild"; the label of a band with its first letter small where it stands within words.
[[nodiscard]] QString bandWords(const scales::Instrument& instrument, const QString& bandId);

} // namespace kairos::ui
