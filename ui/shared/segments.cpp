// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/segments.h"

#include "core/base/check.h"

#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace kairos::ui {

Segments::Segments(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    m_group->setExclusive(true);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (const QString& choice : choices) {
        addChoice(choice);
    }
    // idToggled also tells of a choice by the arrow keys; setCurrent blocks it.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            Q_EMIT chosen(id);
        }
    });
}

QToolButton* Segments::addChoice(const QString& text) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    m_group->addButton(button, count());
    m_row->addWidget(button);
    markPlaces();
    if (count() == 1) {
        setCurrent(0);
    }
    return button;
}

void Segments::setChoiceText(int index, const QString& text) {
    QAbstractButton* button = m_group->button(index);
    KAIROS_CHECK(button != nullptr);
    button->setText(text);
    button->updateGeometry();
}

int Segments::count() const {
    return static_cast<int>(m_group->buttons().size());
}

int Segments::current() const {
    return m_group->checkedId();
}

void Segments::setCurrent(int index) {
    QAbstractButton* button = m_group->button(index);
    KAIROS_CHECK(button != nullptr);
    const QSignalBlocker quiet(m_group);
    button->setChecked(true);
}

void Segments::focusInEvent(QFocusEvent* event) {
    if (QAbstractButton* chosen = m_group->checkedButton()) {
        chosen->setFocus(event->reason());
    }
}

void Segments::markPlaces() {
    const int last = count() - 1;
    for (int i = 0; i <= last; ++i) {
        QString place = QStringLiteral("middle");
        if (last == 0) {
            place = QStringLiteral("only");
        } else if (i == 0) {
            place = QStringLiteral("first");
        } else if (i == last) {
            place = QStringLiteral("last");
        }
        m_group->button(i)->setProperty("segment", place);
        m_group->button(i)->update();
    }
}

} // namespace kairos::ui
