// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unlock_page.h"

#include "ui/shell/person_model.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/error_text.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include <QDir>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {
namespace {

constexpr int kUnlockWidth = 470;

} // namespace

UnlockPage::UnlockPage(QWidget* parent)
    : QWidget(parent),
      m_path(makeParagraph({}, TextRole::Body, Token::Text2, this)),
      m_title(makeParagraph({}, TextRole::Welcome, Token::Text, this)),
      m_mark(
          new TextLabel(tr("synthetic practice: nobody in it is real"), TextRole::Body, Token::Text2, this)),
      m_trouble(new Banner({}, this)) {
    setFixedWidth(px(kUnlockWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    auto* head = new QVBoxLayout;
    head->setSpacing(px(4));
    head->addWidget(m_path);
    head->addWidget(m_title);
    head->addWidget(m_mark);
    column->addLayout(head);
    m_trouble->hide();
    column->addWidget(m_trouble);
    addFields(*column);
    addPeople(*column);
    addButtons(*column);
    showStep(Step::Passphrase);
}

void UnlockPage::addFields(QVBoxLayout& column) {
    m_passphrase = new PasswordField(this);
    m_passphrase->setObjectName(QStringLiteral("passphraseEdit"));
    m_passphrase->setMinimumHeight(px(40));
    m_passphraseField = new Field(tr("Practice passphrase"), m_passphrase, this);
    column.addWidget(m_passphraseField);
    m_code = new QLineEdit(this);
    m_code->setObjectName(QStringLiteral("recoveryCodeEdit"));
    m_code->setMinimumHeight(px(40));
    m_codeField = new Field(tr("Recovery code"), m_code, this);
    m_codeField->setHelp(
        tr("13 groups of five letters from the safe. Spaces, hyphens and case do not matter."));
    column.addWidget(m_codeField);
    m_otherWay = makeButton({.text = tr("Use the recovery code"), .kind = ButtonKind::Quiet}, this);
    m_otherWay->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column.addWidget(m_otherWay);
    connect(m_otherWay, &QPushButton::clicked, this,
            [this] { showStep(m_step == Step::Code ? Step::Passphrase : Step::Code); });
    m_reason = new QPlainTextEdit(this);
    m_reason->setObjectName(QStringLiteral("reasonEdit"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(px(72));
    m_reasonField = new Field(tr("Why do you open this file?"), m_reason, this);
    m_reasonField->setRequired(tr("Say why, e.g. \"backup after a broken disk\""));
    m_reasonField->setHelp(tr("The reason stands in the journal."));
    column.addWidget(m_reasonField);
}

void UnlockPage::addPeople(QVBoxLayout& column) {
    m_peopleBox = new QWidget(this);
    auto* box = new QVBoxLayout(m_peopleBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(px(4));
    auto* label = new TextLabel(tr("Sign in as"), TextRole::CaptionStrong, Token::Text, m_peopleBox);
    box->addWidget(label);
    auto* card = new Card({}, CardContent::Full, m_peopleBox);
    m_people = new PersonModel(this);
    m_table = new TableView(RowHeight::Table, card);
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setAccessibleName(tr("Sign in as"));
    m_table->horizontalHeader()->hide();
    m_table->setModel(m_people);
    m_table->setStretchColumns({PersonModel::Roles});
    m_table->setFitsRows();
    label->setBuddy(m_table);
    card->body().addWidget(m_table);
    box->addWidget(card);
    box->addSpacing(px(10));
    m_password = new PasswordField(m_peopleBox);
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_password->setMinimumHeight(px(40));
    m_passwordField = new Field(tr("Personal password"), m_password, m_peopleBox);
    box->addWidget(m_passwordField);
    column.addWidget(m_peopleBox);
    const auto toPassword = [this] { m_password->setFocus(Qt::OtherFocusReason); };
    connect(m_table, &TableView::clicked, this, toPassword);
    connect(m_table, &TableView::rowOpened, this, toPassword);
}

void UnlockPage::addButtons(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_unlock = makeButton({.text = tr("Unlock"), .kind = ButtonKind::Primary}, this);
    m_unlock->setObjectName(QStringLiteral("unlockButton"));
    setButtonKeyCap(*m_unlock, QKeySequence(Qt::Key_Return));
    m_another =
        makeButton({.text = tr("Another practice"), .icon = Icon::Folder, .key = QKeySequence::Open}, this);
    row->addWidget(m_unlock);
    row->addWidget(m_another);
    row->addStretch(1);
    column.addLayout(row);
    m_progress = new ProgressLine(this);
    column.addWidget(m_progress);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_another, &QPushButton::clicked, this, &UnlockPage::anotherRequested);
}

void UnlockPage::askPassphrase(const UnlockTitle& title) {
    showTitle(title);
    clearSecrets();
    m_trouble->hide();
    showStep(Step::Passphrase);
}

void UnlockPage::askPerson(const UnlockTitle& title, const QList<record::Clinician>& people,
                           const record::ClinicianId& chosen) {
    showTitle(title);
    clearSecrets();
    m_trouble->hide();
    QList<record::Clinician> byName = people;
    std::sort(byName.begin(), byName.end(), [](const record::Clinician& a, const record::Clinician& b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    int row = 0;
    for (int i = 0; i < byName.size(); ++i) {
        row = byName.at(i).id == chosen ? i : row;
    }
    m_people->setRows(byName);
    if (!byName.isEmpty()) {
        m_table->setCurrentIndex(m_people->index(row, 0));
    }
    showStep(Step::Person);
}

void UnlockPage::askOlder(const base::Error& older) {
    m_trouble->setBannerText(bannerTextOf(older));
    m_trouble->show();
    showStep(Step::Older);
}

void UnlockPage::showStep(Step step) {
    m_step = step;
    m_passphraseField->setVisible(step == Step::Passphrase);
    m_passphraseField->setError({});
    m_codeField->setVisible(step == Step::Code);
    m_codeField->setError({});
    m_otherWay->setVisible(step == Step::Passphrase || step == Step::Code);
    m_otherWay->setText(step == Step::Code ? tr("Use the passphrase") : tr("Use the recovery code"));
    m_reasonField->setVisible(step == Step::Older);
    m_peopleBox->setVisible(step == Step::Person);
    m_passwordField->setError({});
    m_unlock->setText(step == Step::Person  ? tr("Sign in")
                      : step == Step::Older ? tr("Open it all the same")
                                            : tr("Unlock"));
    QWidget* first = m_passphrase;
    if (step == Step::Code) {
        first = m_code;
    } else if (step == Step::Older) {
        first = m_reason;
    } else if (step == Step::Person) {
        first = m_password;
    }
    setFocusProxy(first);
    first->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::showTitle(const UnlockTitle& title) {
    m_path->setText(QDir::toNativeSeparators(title.path));
    m_title->setText(tr("Unlock %1").arg(title.practice));
    m_mark->setVisible(title.synthetic);
}

void UnlockPage::showError(const base::Error& error) {
    const bool atField =
        error.code == base::ErrorCode::WrongPassphrase || error.code == base::ErrorCode::InvalidInput;
    if (!atField) {
        m_trouble->setBannerText(bannerTextOf(error));
        m_trouble->show();
        return;
    }
    m_trouble->hide();
    Field* field = m_step == Step::Person  ? m_passwordField
                   : m_step == Step::Code  ? m_codeField
                   : m_step == Step::Older ? m_reasonField
                                           : m_passphraseField;
    field->setError(errorText(error));
    field->editor().setFocus(Qt::OtherFocusReason);
    if (auto* line = qobject_cast<QLineEdit*>(&field->editor())) {
        line->selectAll();
    }
}

void UnlockPage::setWorking(const QString& words) {
    const bool idle = words.isEmpty();
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_passphrase, m_code, m_otherWay, m_unlock, m_another}) {
        part->setEnabled(idle);
    }
    if (idle) {
        m_progress->finish();
    } else {
        m_progress->start(words);
        m_progress->setProgress(0, 0, words);
    }
}

void UnlockPage::clearSecrets() {
    m_passphrase->clear();
    m_code->clear();
    m_password->clear();
    m_reason->clear();
}

void UnlockPage::keyPressEvent(QKeyEvent* event) {
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_unlock->isEnabled()) {
        submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void UnlockPage::submit() {
    switch (m_step) {
    case Step::Passphrase:
        if (!m_passphrase->text().isEmpty()) {
            Q_EMIT passphraseGiven(m_passphrase->text());
        }
        return;
    case Step::Code:
        if (!m_code->text().trimmed().isEmpty()) {
            Q_EMIT codeGiven(m_code->text());
        }
        return;
    case Step::Older:
        if (m_reasonField->validate()) {
            Q_EMIT reasonGiven(m_reason->toPlainText().trimmed());
        }
        return;
    case Step::Person: {
        const int row = m_table->currentIndex().row();
        if (row >= 0) {
            Q_EMIT personGiven(m_people->rowAt(row).id, m_password->text());
        }
        return;
    }
    }
}

} // namespace kairos::ui
