// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/theme_box.h"

#include "ui/shared/buttons.h"
#include "ui/shared/flow_layout.h"
#include "ui/shared/form.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/thread_care.h"

#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace kairos::ui {

ThemeBox::ThemeBox(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_chips(new QWidget(this)),
      m_flow(new FlowLayout(px(4), m_chips)),
      m_edit(new QLineEdit(this)),
      m_suggestions(new QStringListModel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_chips);
    auto* field = new Field(tr("Theme, Enter adds it"), m_edit, this);
    column->addWidget(field);
    auto* completer = new QCompleter(m_suggestions, m_edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(completer);
    connect(m_edit, &QLineEdit::textEdited, this, &ThemeBox::typed);
    connect(m_edit, &QLineEdit::returnPressed, this, &ThemeBox::add);
}

void ThemeBox::showThemes(const record::SessionId& session, const QList<record::Theme>& themes,
                          const QStringList& suggestions) {
    m_session = session;
    m_suggestions->setStringList(suggestions);
    if (themes == m_themes) {
        m_chips->setVisible(!themes.isEmpty());
        return;
    }
    m_themes = themes;
    while (QLayoutItem* item = m_flow->takeAt(0)) {
        // A chip goes while its own click is still being told.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const record::Theme& theme : themes) {
        auto* chip = makeButton({.text = theme.words, .icon = Icon::Close}, m_chips);
        chip->setAccessibleName(tr("Remove the theme %1").arg(theme.words));
        connect(chip, &QPushButton::clicked, this, [this, theme] { remove(theme); });
        m_flow->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!themes.isEmpty());
}

void ThemeBox::add() {
    if (m_edit->text().trimmed().isEmpty()) {
        return;
    }
    record::Theme theme;
    theme.session = m_session;
    theme.words = m_edit->text();
    const auto done = workflow::ThreadCare(m_context.practice).addTheme(theme);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_edit->clear();
    Q_EMIT saved();
}

void ThemeBox::remove(const record::Theme& theme) {
    const auto done = workflow::ThreadCare(m_context.practice).removeTheme(theme.id);
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    m_edit->setFocus(Qt::OtherFocusReason);
    if (m_context.undo != nullptr) {
        auto& practice = m_context.practice;
        m_context.undo->offerUndo({tr("The theme “%1” was removed.").arg(theme.words), [&practice, theme] {
                                       return workflow::ThreadCare(practice).addTheme(theme).map(
                                           [](const record::ThemeId&) {});
                                   }});
    }
    Q_EMIT saved();
}

} // namespace kairos::ui
