// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/score_card.h"

#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/text_label.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kairos::ui {

ScoreCard::ScoreCard(const scales::Instrument& instrument, QWidget* parent)
    : QWidget(parent),
      m_instrument(instrument),
      m_card(new Card({}, CardContent::Padded, this)),
      m_total(new TextLabel({}, TextRole::Total, Token::Text, m_card)),
      m_of(new TextLabel({}, TextRole::Section, Token::Text2, m_card)),
      m_band(new TextLabel({}, TextRole::Section, Token::Text, m_card)),
      m_answered(new TextLabel({}, TextRole::Body, Token::Text2, m_card)),
      m_note(makeParagraph({}, TextRole::Caption, Token::Text2, m_card)),
      m_strip(new BandStrip(instrument, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    auto& body = m_card->body();
    body.setSpacing(px(2));
    const bool isTriage = instrument.scoring.method == scales::Method::Triage;
    body.addWidget(
        new TextLabel(isTriage ? tr("Result") : tr("Total"), TextRole::Body, Token::Text2, m_card));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    row->addWidget(m_total, 0, Qt::AlignBottom);
    row->addWidget(m_of, 1, Qt::AlignBottom | Qt::AlignLeft);
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addStretch(1);
    m_band->setWordWrap(true);
    m_band->setAlignment(Qt::AlignRight);
    words->addWidget(m_band);
    words->addWidget(m_answered, 0, Qt::AlignRight);
    row->addLayout(words, 2);
    body.addLayout(row);
    body.addWidget(m_strip);
    body.addWidget(m_note);
    m_strip->setVisible(!isTriage);
    m_card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ScoreCard::showScore(const scales::Score& score, const AnsweredCount& count) {
    const bool isTriage = m_instrument.scoring.method == scales::Method::Triage;
    // Before the first answer a sum of nothing is no total.
    const bool hasBegun = count.asked == 0 || count.settled > 0;
    const auto total = hasBegun ? score.total : std::nullopt;
    m_total->setText(total ? shortNumberText(*total, 1) : QStringLiteral("–"));
    m_total->setVisible(!isTriage);
    m_of->setVisible(!isTriage);
    m_of->setText(tr("of %1", "a total of its maximum")
                      .arg(shortNumberText(score.maximum.value_or(m_instrument.scoring.high), 1)));
    m_band->setText(hasBegun ? bandWords(m_instrument, score.band) : QString());
    m_answered->setText(count.asked > 0 ? tr("%1 of %2 answered").arg(count.settled).arg(count.asked)
                                        : tr("total alone"));
    QString note;
    if (hasBegun && score.prorated) {
        note = tr("Prorated from what is answered (%1, %2).")
                   .arg(m_instrument.scoring.missing.basis.source,
                        base::confidenceMark(m_instrument.scoring.missing.basis.confidence));
    } else if (hasBegun && !score.total && !isTriage) {
        note = tr("No total yet: more is missing than this instrument allows.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_strip->setTotal(total);
    m_card->setAccessibleName(words());
}

void ScoreCard::showNothing(const QString& reason) {
    m_total->setText(QStringLiteral("–"));
    m_of->setText(tr("of %1", "a total of its maximum").arg(shortNumberText(m_instrument.scoring.high, 1)));
    m_band->clear();
    m_answered->setText({});
    m_note->setText(reason);
    m_note->setVisible(!reason.isEmpty());
    m_strip->setTotal(std::nullopt);
    m_card->setAccessibleName(words());
}

void ScoreCard::setMarks(const QList<StripMark>& marks) {
    m_strip->setMarks(marks);
}

QString ScoreCard::words() const {
    QStringList parts;
    if (m_instrument.scoring.method != scales::Method::Triage) {
        parts.append(QStringLiteral("%1 %2").arg(m_total->text(), m_of->text()));
    }
    for (const TextLabel* label : {m_band, m_answered}) {
        if (!label->text().isEmpty()) {
            parts.append(label->text());
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString bandWords(const scales::Instrument& instrument, const QString& bandId) {
    const scales::Band* band = instrument.findBand(bandId);
    return band != nullptr ? band->label : QString();
}

} // namespace kairos::ui
