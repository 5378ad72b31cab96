// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/rhythm_boxes.h"

#include "ui/shared/text_label.h"

#include "core/outcomes/scale_rhythms.h"
#include "core/scales/instrument_library.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

RhythmBoxes::RhythmBoxes(const scales::InstrumentLibrary& instruments, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    const auto add = [&](const QString& rhythm, const QString& id, const outcomes::RhythmBasis& basis) {
        const auto* instrument = instruments.find(id);
        const QString name = instrument != nullptr ? instrument->shortTitle : id;
        auto* box = new QCheckBox(tr("%1 on its rhythm").arg(name), this);
        box->setMinimumHeight(px(24));
        box->setChecked(true);
        column->addWidget(box);
        column->addWidget(makeWrapped(
            tr("%1. Source: %2 (%3)").arg(basis.text, basis.source, base::confidenceMark(basis.confidence)),
            TextRole::Caption, Token::Text2, this));
        m_lines.append({rhythm, box});
    };
    const auto& rhythms = outcomes::ScaleRhythms::builtIn();
    for (const auto& rhythm : rhythms.sessions) {
        add(rhythm.id, rhythm.instrument, rhythm.basis);
    }
    for (const auto& rhythm : rhythms.doses) {
        add(rhythm.id, rhythm.instrument, rhythm.basis);
    }
}

QCheckBox* RhythmBoxes::box(const QString& rhythm) const {
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.rhythm == rhythm; });
    return found == m_lines.end() ? nullptr : found->box;
}

QStringList RhythmBoxes::off() const {
    QStringList off = m_unknown;
    for (const Line& line : m_lines) {
        if (!line.box->isChecked()) {
            off.append(line.rhythm);
        }
    }
    return off;
}

void RhythmBoxes::setOff(const QStringList& rhythms) {
    m_unknown = rhythms;
    for (const Line& line : m_lines) {
        line.box->setChecked(!rhythms.contains(line.rhythm));
        m_unknown.removeAll(line.rhythm);
    }
}

} // namespace kairos::ui
