// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/patient_frame.h"

#include "ui/printing/page_frame.h"

namespace kairos::ui {
QRectF PatientFrame::content() const {
    return pageContent(m_paper);
}

Block PatientFrame::head(const QString& title, const QString& subtitle, Facts facts) const {
    Block block;
    block.height = [](PagePen& pen, double) {
        return pen.lineHeight(PrintFont::Title) + pen.lineHeight(PrintFont::Body) + 7;
    };
    block.paint = [identity = m_identity, title, subtitle](PagePen& pen, const QRectF& rect) {
        const double height = pen.lineHeight(PrintFont::Title);
        const double half = rect.width() * 0.62;
        QString practice = identity.practice;
        if (identity.isSynthetic) {
            practice = tr("%1 (synthetic practice)").arg(practice);
        }
        pen.line(QRectF(rect.left(), rect.top(), half, height), title, PrintFont::Title);
        pen.line(QRectF(rect.left() + half, rect.top(), rect.width() - half, height), practice,
                 PrintFont::Value, Qt::AlignRight | Qt::AlignVCenter);
        const double beside = pen.textWidth(identity.practiceLine, PrintFont::Small) + 8;
        const QRectF second(rect.left(), rect.top() + height, rect.width() - beside,
                            pen.lineHeight(PrintFont::Body));
        pen.line(second, subtitle, PrintFont::Body);
        pen.line(QRectF(second.right(), second.top(), beside, second.height()), identity.practiceLine,
                 PrintFont::Small, Qt::AlignRight | Qt::AlignVCenter);
        pen.rule(rect.left(), rect.right(), rect.bottom() - 2, 1.2);
    };
    return stacked({block, this->facts(facts)});
}

Block PatientFrame::facts(Facts facts) const {
    Block block;
    block.height = [](PagePen& pen, double) {
        return pen.lineHeight(PrintFont::Small) + pen.lineHeight(PrintFont::Value) + 8;
    };
    block.paint = [identity = m_identity, facts](PagePen& pen, const QRectF& rect) {
        QList<std::pair<QString, QString>> cells = {{tr("Patient"), identity.patient},
                                                    {tr("Born"), identity.born},
                                                    {tr("MRN"), identity.mrn},
                                                    {tr("Allergies"), identity.allergies}};
        QList<double> shares = {0.24, 0.22, 0.13, 0.41};
        if (facts == Facts::WithWeight) {
            cells.append({tr("Weight that day"), identity.weight});
            shares = {0.24, 0.22, 0.13, 0.25, 0.16};
        }
        double left = rect.left();
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double width = rect.width() * shares.at(i);
            const double small = pen.lineHeight(PrintFont::Small);
            pen.line(QRectF(left, rect.top() + 2, width - 4, small), cells.at(i).first, PrintFont::Small);
            pen.line(QRectF(left, rect.top() + 2 + small, width - 4, pen.lineHeight(PrintFont::Value)),
                     cells.at(i).second, PrintFont::Value);
            left += width;
        }
        pen.rule(rect.left(), rect.right(), rect.bottom() - 1);
    };
    return block;
}

void PatientFrame::paintFoot(PagePen& pen, int index, int pages) const {
    const auto& identity = m_identity;
    QStringList lines = {
        tr("%1 · born %2 · MRN %3 · page %4 of %5")
            .arg(identity.patient, identity.born, identity.mrn)
            .arg(index + 1)
            .arg(pages),
        tr("Record fingerprint %1, version %2").arg(identity.fingerprint).arg(identity.version),
        tr("Printed %1").arg(identity.printed), m_leftOut};
    if (identity.isDraft) {
        lines[1] = tr("DRAFT, not signed. ") + lines.at(1);
    }
    if (identity.isSynthetic) {
        lines[2] = tr("Synthetic practice: nobody on this page is real. ") + lines.at(2);
    }
    paintPageFoot(pen, content(), QStringLiteral("%1 %2").arg(identity.fingerprint).arg(identity.version),
                  lines);
}

void PatientFrame::paintDraft(PagePen& pen) const {
    if (!m_identity.isDraft) {
        return;
    }
    QPainter& painter = pen.painter();
    const QSizeF size = pointsOf(m_paper);
    painter.save();
    QFont font = pen.font(PrintFont::Title);
    font.setPointSizeF(72);
    painter.setFont(font);
    painter.setPen(QColor(0xE0, 0xE0, 0xE0));
    painter.translate(pen.dots(size.width() / 2), pen.dots(size.height() / 2));
    painter.rotate(-52);
    const double half = pen.dots(300);
    painter.drawText(QRectF(-half, -half, 2 * half, 2 * half), Qt::AlignCenter, tr("DRAFT"));
    painter.restore();
}

} // namespace kairos::ui
