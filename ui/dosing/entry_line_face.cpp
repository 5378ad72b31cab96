// SPDX-License-Identifier: GPL-3.0-or-later
// How the entry line looks.
#include "ui/dosing/entry_line.h"
#include "ui/dosing/entry_modes.h"
#include "ui/dosing/room_parts.h"
#include "ui/dosing/run_keys.h"

#include "ui/shared/key_cap.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/text_label.h"

#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr qreal kDeskPoints = 15;
constexpr int kPlaceName = 110;

} // namespace

void EntryLine::build(EntrySize size) {
    const bool isRoom = size == EntrySize::Room;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(8), px(14), px(8));
    column->setSpacing(px(6));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(12));
    m_name = new TextLabel({}, isRoom ? TextRole::Figure : TextRole::Section, Token::Text2, this);
    m_name->setMinimumWidth(px(isRoom ? kPlaceName : 84));
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("entryLineEdit"));
    m_edit->setFont(isRoom ? roomFont(kNearCap, screen()) : strongFont(kDeskPoints));
    m_edit->setMinimumHeight(px(isRoom ? 56 : 40));
    m_hint = new TextLabel({}, TextRole::Caption, Token::Text2, this);
    line->addWidget(m_name);
    line->addWidget(m_edit, 1);
    line->addWidget(m_hint);
    column->addLayout(line);
    auto* below = new QHBoxLayout;
    below->setSpacing(px(16));
    m_echo = makeParagraph({}, isRoom ? TextRole::Section : TextRole::Body, Token::Text2, this);
    auto* findings = new QVBoxLayout;
    findings->setSpacing(0);
    m_finding = makeParagraph({}, isRoom ? TextRole::Section : TextRole::Strong, Token::Caution, this);
    m_source = makeParagraph({}, TextRole::Caption, Token::Text2, this);
    findings->addWidget(m_finding);
    findings->addWidget(m_source);
    if (!isRoom) {
        const bool isNasal =
            !m_controller.trouble() && m_controller.session().route == record::Route::Intranasal;
        const DoseWay way = isNasal ? DoseWay::Devices : DoseWay::Pump;
        m_keys = new QWidget(this);
        auto* rows = new QVBoxLayout(m_keys);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(px(2));
        for (const auto& hints : lineKeyRows(way)) {
            rows->addWidget(makeKeyHints(hints, m_keys), 0, Qt::AlignRight);
        }
        findings->addWidget(m_keys, 0, Qt::AlignRight);
    }
    findings->addStretch();
    // In the large type of a room the example of a reading would break for its last word.
    below->addWidget(m_echo, isRoom ? 5 : 1, Qt::AlignTop);
    below->addLayout(findings, isRoom ? 4 : 1);
    column->addLayout(below);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumHeight(px(isRoom ? 128 : 104));
}

void EntryLine::showMode() {
    const EntryModeWords words = wordsOf(m_mode, m_controller);
    m_name->setText(words.name);
    m_hint->setText(words.hint);
    m_edit->setPlaceholderText(words.placeholder);
    m_edit->setAccessibleName(words.name);
    m_edit->setAccessibleDescription(words.hint);
}

void EntryLine::showFinding(const base::Findings& findings) {
    QStringList words;
    QStringList sources;
    for (const base::Finding& finding : findings) {
        const bool isStop = finding.level == base::FindingLevel::Stop;
        words.append((isStop ? tr("Stop: %1") : tr("Caution: %1")).arg(finding.text));
        const QString source =
            QStringLiteral("%1 (%2)").arg(finding.source, base::confidenceMark(finding.confidence));
        if (!sources.contains(source)) {
            sources.append(source);
        }
    }
    const bool isStop = !findings.isEmpty() && findings.first().level == base::FindingLevel::Stop;
    m_finding->setToken(isStop ? Token::Stop : Token::Caution);
    m_finding->setText(words.join(QStringLiteral(". ")));
    m_source->setText(sources.join(QStringLiteral("; ")));
    if (m_keys != nullptr) {
        m_keys->setVisible(words.isEmpty());
    }
    m_finding->setVisible(!words.isEmpty());
    m_source->setVisible(!words.isEmpty());
}

void EntryLine::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    QPainter painter(this);
    const bool isStop = m_mode == EntryMode::Stop;
    paintBox(painter, rect(), theme.color(isStop ? Token::StopSoft : Token::Raised),
             theme.color(isStop ? Token::Stop : Token::Line), 1, 6);
}

} // namespace kairos::ui
