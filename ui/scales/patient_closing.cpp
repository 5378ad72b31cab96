// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/patient_closing.h"

#include "ui/shared/text_label.h"

#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kWidth = 720;

} // namespace

PatientClosing::PatientClosing(QWidget* parent)
    : QWidget(parent),
      m_title(new TextLabel(tr("Thank you"), TextRole::Total, Token::Text, this)),
      m_clinic(makeWrapped({}, TextRole::Welcome, Token::Text, this)),
      m_back(makeWrapped(tr("Please give the device back to your clinician."), TextRole::Welcome, Token::Text,
                         this)) {
    for (TextLabel* label : {m_title, m_clinic, m_back}) {
        label->setFixedWidth(px(kWidth));
    }
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(20));
    column->addStretch(2);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_clinic, 0, Qt::AlignHCenter);
    column->addWidget(m_back, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void PatientClosing::showWords(const QString& clinicText) {
    m_clinic->setText(clinicText);
    m_clinic->setMinimumHeight(clinicText.isEmpty() ? 0 : m_clinic->heightForWidth(px(kWidth)));
    m_clinic->setVisible(!clinicText.isEmpty());
}

QString PatientClosing::words() const {
    QStringList all{m_title->text()};
    if (!m_clinic->text().isEmpty()) {
        all.append(m_clinic->text());
    }
    all.append(m_back->text());
    return all.join(QLatin1Char('\n'));
}

} // namespace kairos::ui
