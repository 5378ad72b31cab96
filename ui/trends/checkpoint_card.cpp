// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trends/checkpoint_card.h"

#include "ui/shared/card.h"
#include "ui/shared/text_label.h"

#include "core/outcomes/checkpoint.h"
#include "core/outcomes/trend_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kairos::ui {

using outcomes::Checkpoint;

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(kairos::ui::CheckpointCard)

public:
    static QString unrated(const Checkpoint& checkpoint, const QString& title) {
        return checkpoint.isOver
                   ? tr("After dose %1: no %2 before the next dose.").arg(checkpoint.dose).arg(title)
                   : tr("After dose %1: no %2 yet.").arg(checkpoint.dose).arg(title);
    }
    static QString rated(int dose, const QString& score, const QString& day) {
        return tr("After dose %1: %2 on %3").arg(dose).arg(score, day);
    }
    static QString change(double points, const std::optional<double>& percent) {
        const QString sign = points > 0 ? QStringLiteral("+") : QStringLiteral("−");
        const QString figure =
            points == 0 ? QStringLiteral("0") : sign + outcomes::totalText(std::abs(points), QLocale());
        return percent
                   ? tr("%1 points from baseline (%2 % fall)")
                         .arg(figure,
                              QString::number(std::lround(*percent)).replace(QLatin1Char('-'), QChar(0x2212)))
                   : tr("%1 points from baseline").arg(figure);
    }
    static QString noBaseline() { return tr("no baseline before dose 1 to compare with"); }
    static QString notCounted(double share) {
        return tr("%1 % of its recall lies before dose 1, so it does not count for response")
            .arg(std::lround(100 * share));
    }
    static QString title() {
        QStringList doses;
        for (const int dose : outcomes::builtInCohorts().checkpointDoses) {
            doses.append(QString::number(dose));
        }
        return tr("After doses %1").arg(doses.join(tr(" and ", "between numbers")));
    }
    static QString decision() {
        return tr("Figures, not a decision: whether to go on is the clinician's judgement.");
    }
};

QString sentenceOf(const Checkpoint& checkpoint, const outcomes::Trend& trend, const QTimeZone& zone) {
    if (!checkpoint.point) {
        return Words::unrated(checkpoint, trend.title);
    }
    const outcomes::TrendPoint& point = trend.points.at(*checkpoint.point);
    const QLocale locale;
    QStringList parts{Words::rated(
        checkpoint.dose, QStringLiteral("%1 %2").arg(trend.title, outcomes::totalText(point.total, locale)),
        locale.toString(point.at.local(zone).date(), QStringLiteral("d MMM")))};
    parts.append(checkpoint.changePoints ? Words::change(*checkpoint.changePoints, checkpoint.changePercent)
                                         : Words::noBaseline());
    if (point.excluded) {
        parts.append(Words::notCounted(point.pretreatmentShare));
    }
    return parts.join(QStringLiteral("; ")) + QLatin1Char('.');
}

} // namespace

QStringList checkpointsInWords(const outcomes::Trend& trend, const outcomes::Course& course,
                               const QTimeZone& zone, const QList<int>& doses) {
    QStringList sentences;
    for (const Checkpoint& checkpoint : outcomes::checkpointsOf(trend, course, doses)) {
        sentences.append(sentenceOf(checkpoint, trend, zone));
    }
    return sentences;
}

QStringList findingsInWords(const QList<outcomes::CheckpointFinding>& findings, QStringView instrument) {
    QStringList own;
    QStringList others;
    for (const outcomes::CheckpointFinding& finding : findings) {
        const QString mark = base::confidenceMark(finding.confidence);
        const QString text =
            QStringLiteral("• %1 (%2, n %3, %4)").arg(finding.text, finding.citation, finding.n, mark);
        (finding.instrument == instrument ? own : others).append(text);
    }
    return own + others;
}

CheckpointCard::CheckpointCard(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* card = new Card(Words::title(), CardContent::Padded, this);
    column->addWidget(card);
    m_figures = makeParagraph({}, TextRole::Body, Token::Text, card);
    m_findings = makeParagraph({}, TextRole::Caption, Token::Text2, card);
    card->body().addWidget(m_figures);
    card->body().addWidget(makeParagraph(Words::decision(), TextRole::Body, Token::Text2, card));
    card->body().addWidget(m_findings);
}

bool CheckpointCard::isDue(const outcomes::Course& course) {
    int last = 0;
    for (const outcomes::DoseMark& dose : course.doses) {
        last = std::max(last, dose.number);
    }
    return outcomes::builtInCohorts().checkpointDoses.contains(last);
}

void CheckpointCard::setCourse(const outcomes::Trend& trend, const outcomes::Course& course,
                               const QTimeZone& zone) {
    const QStringList sentences = checkpointsInWords(trend, course, zone);
    m_figures->setText(sentences.join(QLatin1Char('\n')));
    m_findings->setText(
        findingsInWords(outcomes::builtInCohorts().checkpoints, trend.instrument).join(QLatin1Char('\n')));
    setAccessibleDescription(words());
}

QString CheckpointCard::words() const {
    return QStringList{m_figures->text(), Words::decision(), m_findings->text()}.join(QLatin1Char('\n'));
}

} // namespace kairos::ui
