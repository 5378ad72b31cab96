// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery_page.h"

#include "ui/shared/banner.h"
#include "ui/shared/recovery_sheet.h"
#include "ui/shared/text_label.h"

#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kRecoveryWidth = 620;

} // namespace

RecoveryPage::RecoveryPage(FileDialogs& files, QWidget* parent)
    : QWidget(parent), m_sheet(new RecoverySheet(files, this)) {
    setFixedWidth(px(kRecoveryWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(new TextLabel(tr("The recovery code"), TextRole::Welcome, Token::Text, this));
    column->addWidget(new Banner({base::FindingLevel::Caution,
                                  tr("This code is shown once"),
                                  tr("It opens the practice when the passphrase is lost. Whoever holds it "
                                     "can read everything but private notes: keep it "
                                     "on paper in the safe, not on this PC."),
                                  {}},
                                 this));
    column->addWidget(m_sheet);
    connect(m_sheet, &RecoverySheet::kept, this, &RecoveryPage::kept);
    setFocusProxy(m_sheet);
}

void RecoveryPage::showCode(const QString& practice, const QString& code) {
    m_sheet->showCode(code, {.onward = tr("Go to the practice"),
                             .fileName = tr("recovery-code.txt"),
                             .above = tr("Recovery code of %1").arg(practice),
                             .below = tr("It opens the practice without its passphrase. Print this page, put "
                                         "it into the safe, and delete this file.")});
}

void RecoveryPage::forget() {
    m_sheet->forget();
}

} // namespace kairos::ui
