// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/sessions_tab.h"

#include "ui/chart/adverse_part.h"
#include "ui/chart/dose_course.h"
#include "ui/chart/session_table.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/segments.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// What is shown, by its place among the choices.
enum View { kSessions, kDoses, kAdverse };

} // namespace

SessionsTab::SessionsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_count(new TextLabel({}, TextRole::Body, Token::Text2, this)),
      m_views(new Segments(tr("What is shown"),
                           {tr("All sessions"), tr("Doses compared"), tr("Adverse events")}, this)),
      m_panes(nullptr),
      m_table(new SessionTable(context.practice.zone(), context.practice.now(), this)),
      m_view(new TableView(RowHeight::Table, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    buildTools(*column);
    auto* card = new Card({}, CardContent::Full, this);
    card->setAccessibleName(tr("Sessions"));
    auto* pane = new QWidget(card);
    m_panes = new QStackedLayout(pane);
    m_view->setModel(m_table);
    m_view->setStretchColumns({SessionTable::What, SessionTable::Finding});
    m_view->setAccessibleName(tr("Sessions"));
    m_panes->addWidget(m_view);
    auto* emptyPane = new QWidget(pane);
    auto* emptyColumn = new QVBoxLayout(emptyPane);
    emptyColumn->addWidget(new EmptyState(Icon::Session, tr("No session yet"),
                                          tr("Sessions are booked from the plan, or with Ctrl+N."),
                                          emptyPane));
    emptyColumn->addStretch(1);
    m_panes->addWidget(emptyPane);
    card->body().addWidget(pane);
    column->addWidget(card, 1);
    m_list = card;
    buildDoses(*column);
    buildAdverse(*column);
    connect(m_view, &TableView::rowOpened, this, [this](const QModelIndex& index) {
        const Place place = placeOf(m_table->rowAt(index.row()), m_patient);
        if (m_context.navigator.canOpen(place)) {
            m_context.navigator.open(place);
        }
    });
    setFocusProxy(m_view);
    refresh();
}

void SessionsTab::buildTools(QVBoxLayout& column) {
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(8));
    tools->addWidget(m_views);
    tools->addWidget(m_count);
    tools->addStretch(1);
    auto* event = makeButton(
        {.text = tr("Adverse event"), .icon = Icon::Plus, .key = QKeySequence(tr("Ctrl+Shift+A"))}, this);
    const auto mayRecord = m_context.practice.require(security::Permission::RecordEvent);
    setButtonBlockedBy(*event, mayRecord ? QString() : mayRecord.error().why);
    connect(event, &QPushButton::clicked, this, &SessionsTab::writeAdverse);
    tools->addWidget(event);
    const NewSessionPlace fresh{m_patient, std::nullopt};
    auto* add = makeButton(
        {tr("New session"), ButtonKind::Primary, Icon::Plus, QKeySequence(QKeySequence::New)}, this);
    add->setVisible(m_context.navigator.canOpen(fresh));
    connect(add, &QPushButton::clicked, this, &SessionsTab::book);
    tools->addWidget(add);
    column.addLayout(tools);
}

void SessionsTab::buildAdverse(QVBoxLayout& column) {
    m_adverse = new AdversePart(m_patient, m_context, this);
    m_adverse->hide();
    column.addWidget(m_adverse, 1);
    connect(m_adverse, &AdversePart::draftKept, this, &Page::draftKept);
    connect(m_adverse, &AdversePart::draftSettled, this, &Page::draftSettled);
}

void SessionsTab::buildDoses(QVBoxLayout& column) {
    m_doses = new DoseCourse(m_patient, m_context, this);
    m_doses->hide();
    column.addWidget(m_doses, 1);
    connect(m_views, &Segments::chosen, this, &SessionsTab::showView);
    auto* change = new QShortcut(QKeySequence(Qt::Key_F7), this);
    change->setContext(Qt::WidgetWithChildrenShortcut);
    connect(change, &QShortcut::activated, this,
            [this] { showView((m_views->current() + 1) % m_views->count()); });
}

void SessionsTab::showView(int view) {
    m_views->setCurrent(view);
    m_list->setVisible(view == kSessions);
    m_doses->setVisible(view == kDoses);
    m_adverse->setVisible(view == kAdverse);
    if (view == kAdverse) {
        m_adverse->reload();
        setFocusProxy(m_adverse);
        m_adverse->takeFocus();
        return;
    }
    if (view == kDoses) {
        m_doses->reload();
    }
    QWidget* table = view == kSessions ? m_view : &m_doses->table();
    setFocusProxy(table);
    table->setFocus(Qt::OtherFocusReason);
}

void SessionsTab::showPart(const QString& part) {
    if (part == kPartDoses) {
        showView(kDoses);
    } else if (part == kPartAdverse) {
        showView(kAdverse);
    } else if (part == kPartNewAdverse) {
        writeAdverse();
    } else if (base::Uuid::fromString(part)) {
        showView(kAdverse);
        m_adverse->choose(part);
    }
}

bool SessionsTab::mayLeave() {
    return m_adverse->keepDraft();
}

void SessionsTab::writeAdverse() {
    showView(kAdverse);
    m_adverse->writeNew();
}

QString SessionsTab::title() const {
    return tr("Sessions");
}

void SessionsTab::refresh() {
    const int before = m_view->currentIndex().row();
    const auto lines = workflow::ChartQuery(m_context.practice).sessions(m_patient);
    m_table->setNow(m_context.practice.now());
    m_table->setRows(lines.value_or(QList<workflow::SessionLine>()));
    const int count = m_table->rowCount();
    if (m_views->current() == kDoses) {
        m_doses->reload();
    } else if (m_views->current() == kAdverse) {
        m_adverse->reload();
    }
    m_count->setText(lines ? tr("%n session(s)", nullptr, count) : lines.error().sentence());
    m_panes->setCurrentIndex(count > 0 ? 0 : 1);
    if (count > 0) {
        m_view->selectRow(qBound(0, before, count - 1));
    }
}

void SessionsTab::book() {
    m_context.navigator.open(NewSessionPlace{m_patient, std::nullopt});
}

QList<KeyHint> SessionsTab::keyHints() const {
    return {{keyText(QKeySequence(Qt::Key_Return)), tr("open the session")},
            {keyText(QKeySequence(QKeySequence::New)), tr("new session")},
            {tr("Ctrl+Shift+A"), tr("write an adverse event that happened between sessions")},
            {keyText(QKeySequence(Qt::Key_F7)), tr("all sessions, the doses compared, the adverse events")},
            {keyText(QKeySequence(Qt::Key_F8)), tr("say how the chosen adverse event went on")},
            {keyText(QKeySequence(QKeySequence::Print)), tr("print the doses compared")}};
}

} // namespace kairos::ui
