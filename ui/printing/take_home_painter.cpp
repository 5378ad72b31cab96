// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/take_home_painter.h"

namespace kairos::ui {
namespace {

constexpr double kTakeHomeAir = 10;

/// A section that is never broken over two pages. Its lines stand large enough to be read at home.
Block wholeSection(const QString& title, const QStringList& lines, PrintFont font) {
    return stacked({sectionTitle(title), space(2), paragraphs(lines, font), space(kTakeHomeAir)});
}

QStringList bulleted(const QStringList& lines) {
    QStringList told;
    for (const QString& line : lines) {
        told.append(QStringLiteral("• ") + line);
    }
    return told;
}

} // namespace

QList<Block> TakeHomePainter::blocks() const {
    QList<Block> blocks;
    const QString intention = m_page.intention.isEmpty()
                                  ? tr("You have not written one down yet.")
                                  : tr("“%1” (%2)").arg(m_page.intention, m_page.intentionOf);
    blocks.append(wholeSection(tr("Your intention"), {intention}, PrintFont::Value));
    blocks.append(wholeSection(tr("What you are going to do"),
                               m_page.commitments.isEmpty() ? QStringList{tr("Nothing is open.")}
                                                            : bulleted(m_page.commitments),
                               PrintFont::Value));
    blocks.append(wholeSection(tr("Your next appointments"),
                               m_page.appointments.isEmpty()
                                   ? QStringList{tr("None is booked: call the clinic.")}
                                   : bulleted(m_page.appointments),
                               PrintFont::Value));
    for (const reports::TakeHomeSection& advice : m_page.advice) {
        blocks.append(wholeSection(advice.title, bulleted(advice.lines), PrintFont::Body));
    }
    if (!m_page.crisisText.isEmpty()) {
        blocks.append(wholeSection(tr("In a crisis"), {m_page.crisisText}, PrintFont::Strong));
    }
    return blocks;
}

} // namespace kairos::ui
