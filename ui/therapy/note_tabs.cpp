// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/note_tabs.h"

#include "ui/therapy/private_pane.h"

#include "ui/shared/icons.h"
#include "ui/shared/tab_bar.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/private_access.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kPrivate = 1;

} // namespace

NoteTabs::NoteTabs(QWidget* chartNote, const PrivateSubject& subject, const PageContext& context,
                   QWidget* parent)
    : QWidget(parent), m_subject(subject), m_context(context), m_stack(new QStackedWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_stack->addWidget(chartNote);
    if (workflow::PrivateAccess(context.practice).isOffered()) {
        m_tabs = makeTabBar({tr("Chart note"), tr("Private notes")}, this);
        m_tabs->setTabIcon(kPrivate, icon(Icon::Wall));
        column->addWidget(m_tabs);
        connect(m_tabs, &QTabBar::currentChanged, this, &NoteTabs::showTab);
        for (int i = 0; i < m_tabs->count(); ++i) {
            auto* key = new QShortcut(QKeySequence(Qt::CTRL | (Qt::Key_1 + i)), this);
            connect(key, &QShortcut::activated, m_tabs, [this, i] { m_tabs->setCurrentIndex(i); });
        }
    }
    column->addWidget(m_stack, 1);
}

void NoteTabs::showTab(int index) {
    if (index == kPrivate && m_pane == nullptr) {
        m_pane = new PrivatePane(m_subject, m_context, m_stack);
        m_stack->addWidget(m_pane);
        connect(m_pane, &PrivatePane::draftKept, this, &NoteTabs::draftKept);
        connect(m_pane, &PrivatePane::draftSettled, this, &NoteTabs::draftSettled);
    }
    static_cast<void>(keepDraft());
    m_stack->setCurrentIndex(index);
    if (m_pane != nullptr && index == kPrivate) {
        m_pane->refresh();
        m_pane->takeHand();
    }
}

bool NoteTabs::keepDraft() {
    return m_pane == nullptr || m_pane->keepDraft();
}

void NoteTabs::refresh() {
    if (m_pane != nullptr) {
        m_pane->refresh();
    }
}

} // namespace kairos::ui
