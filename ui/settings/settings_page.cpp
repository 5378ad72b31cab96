// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include "ui/settings/appearance_panel.h"
#include "ui/settings/calendar_panel.h"
#include "ui/settings/instruments_panel.h"
#include "ui/settings/journal_panel.h"
#include "ui/settings/macros_panel.h"
#include "ui/settings/password_panel.h"
#include "ui/settings/people_panel.h"
#include "ui/settings/practice_panel.h"
#include "ui/settings/protocols_panel.h"
#include "ui/settings/spelling_panel.h"

#include "ui/shared/page_head.h"
#include "ui/shared/segments.h"
#include "ui/shared/type_scale.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kPanelWidth = 720;
constexpr int kTableWidth = 1240; ///< a licence is read in full
constexpr int kRightMargin = 16;

} // namespace

SettingsPage::SettingsPage(const SettingsPlace& place, PageContext& context, AppearanceDesk& appearance,
                           QWidget* parent)
    : Page(parent),
      m_context(context),
      m_sections(new Segments(tr("Section"), {}, this)),
      m_stack(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new PageHead(tr("Settings"), {}, this));
    auto* body = new QVBoxLayout;
    body->setContentsMargins(px(16), px(12), 0, 0);
    body->setSpacing(px(12));
    body->addWidget(m_sections, 0, Qt::AlignLeft);
    body->addWidget(m_stack, 1);
    column->addLayout(body, 1);
    m_practice = new PracticePanel(context);
    m_calendar = new CalendarPanel(context);
    m_people = new PeoplePanel(context);
    addSection(kSectionPractice, tr("Practice"), m_practice, kPanelWidth);
    addSection(kSectionCalendar, tr("Calendar"), m_calendar, kPanelWidth);
    addSection(kSectionPeople, tr("People"), m_people, kPanelWidth);
    m_instruments = new InstrumentsPanel(context);
    addSection(kSectionInstruments, tr("Instruments"), m_instruments, kTableWidth);
    m_protocols = new ProtocolsPanel(context);
    addSection(kSectionProtocols, tr("Protocols"), m_protocols, kTableWidth);
    m_macros = new MacrosPanel(context);
    addSection(kSectionMacros, tr("Text macros"), m_macros, kPanelWidth);
    m_spelling = new SpellingPanel(context);
    addSection(kSectionSpelling, tr("Spelling"), m_spelling, kPanelWidth);
    addSection(kSectionPassword, tr("My password"), new PasswordPanel(context), kPanelWidth);
    addSection(kSectionAppearance, tr("Appearance"), new AppearancePanel(appearance), kPanelWidth);
    addSection(kSectionRecord, tr("Record"), new JournalPanel(context), kPanelWidth);
    connect(m_sections, &Segments::chosen, m_stack, &QStackedWidget::setCurrentIndex);
    showSection(place.section);
    setFocusProxy(m_sections);
}

void SettingsPage::addSection(QLatin1String id, const QString& title, QWidget* panel, int width) {
    m_ids.append(id);
    m_sections->addChoice(title);
    auto* scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* ground = new QWidget(scroll);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, px(kRightMargin), px(16));
    // The ground, not the panel: the scroll area asks it for the height of its words at the width they get.
    ground->setMaximumWidth(px(width + kRightMargin));
    column->addWidget(panel);
    column->addStretch(1);
    scroll->setWidget(ground);
    m_stack->addWidget(scroll);
}

QString SettingsPage::title() const {
    return tr("Settings");
}

QList<KeyHint> SettingsPage::keyHints() const {
    return {{QStringLiteral("← →"), tr("choose a section")},
            {keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("save the section")}};
}

void SettingsPage::refresh() {
    m_practice->refresh();
    m_calendar->refresh();
    m_people->refresh();
    m_instruments->refresh();
    m_protocols->refresh();
    m_macros->refresh();
    m_spelling->refresh();
}

void SettingsPage::showSection(const QString& section) {
    const int index = qMax(0, static_cast<int>(m_ids.indexOf(section)));
    m_sections->setCurrent(index);
    m_stack->setCurrentIndex(index);
}

} // namespace kairos::ui
