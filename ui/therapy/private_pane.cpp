// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_pane.h"

#include "ui/therapy/private_gate.h"

#include "ui/shared/banner.h"
#include "ui/shared/card.h"
#include "ui/shared/recovery_sheet.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/private_access.h"

#include <QStackedLayout>
#include <QVBoxLayout>

namespace kairos::ui {

PrivatePane::PrivatePane(const PrivateSubject& subject, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_stack(new QStackedLayout(this)),
      m_gate(new PrivateGate(context, this)),
      m_book(new PrivateBook(subject, context, this)),
      m_sheet(new RecoverySheet(context.files, this)),
      m_code(buildCode()) {
    for (QWidget* part : std::initializer_list<QWidget*>{m_gate, m_book, m_code}) {
        m_stack->addWidget(part);
    }
    connect(m_gate, &PrivateGate::opened, this, &PrivatePane::showBook);
    connect(m_gate, &PrivateGate::codeMade, this, &PrivatePane::showCode);
    connect(m_book, &PrivateBook::codeMade, this, &PrivatePane::showCode);
    connect(m_book, &PrivateBook::sealRequested, this, &PrivatePane::seal);
    connect(m_book, &PrivateBook::draftKept, this, &PrivatePane::draftKept);
    connect(m_book, &PrivateBook::draftSettled, this, &PrivatePane::draftSettled);
    connect(m_sheet, &RecoverySheet::kept, this, [this] {
        m_sheet->forget();
        showBook();
    });
    m_gate->refresh();
    if (workflow::PrivateAccess(context.practice).isOpen()) {
        showBook();
    }
}

QWidget* PrivatePane::buildCode() {
    auto* card = new Card(tr("Your own recovery code"), CardContent::Padded, this);
    card->body().addWidget(new Banner(
        {base::FindingLevel::Caution,
         tr("This code is shown once"),
         tr("It opens your private notes when your password is lost or set anew. Whoever holds it can "
            "read them: keep it on paper, in a place of your own, not in the safe of the practice."),
         {}},
        card));
    card->body().addWidget(m_sheet);
    card->body().addStretch();
    return card;
}

void PrivatePane::showCode(const QString& code) {
    static_cast<void>(m_book->keepDraft());
    m_sheet->showCode(code,
                      {.onward = tr("Go to my private notes"),
                       .fileName = tr("private-notes-code.txt"),
                       .above = tr("Recovery code of private notes"),
                       .below = tr("It opens the private notes of the person who made it. Print this page, "
                                   "keep it in a place of your own, and delete this file.")});
    m_stack->setCurrentWidget(m_code);
    takeHand();
}

void PrivatePane::showBook() {
    m_stack->setCurrentWidget(m_book);
    m_book->begin();
    takeHand();
}

void PrivatePane::takeHand() {
    QWidget* shown = m_stack->currentWidget();
    (shown == m_code ? m_sheet : shown)->setFocus(Qt::OtherFocusReason);
}

void PrivatePane::seal() {
    if (!m_book->keepDraft()) {
        return;
    }
    workflow::PrivateAccess(m_context.practice).close();
    refresh();
    takeHand();
}

void PrivatePane::refresh() {
    const bool isOpen = workflow::PrivateAccess(m_context.practice).isOpen();
    if (!isOpen) {
        m_book->forget();
        m_sheet->forget();
        if (m_stack->currentWidget() != m_gate) {
            m_gate->refresh();
            m_stack->setCurrentWidget(m_gate);
        }
    } else if (m_stack->currentWidget() == m_gate) {
        showBook();
    } else if (m_stack->currentWidget() == m_book) {
        m_book->refresh();
    }
}

} // namespace kairos::ui
