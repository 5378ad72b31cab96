// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/create_page.h"

#include "ui/settings/roles_box.h"
#include "ui/settings/zone_box.h"
#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/error_text.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/form.h"
#include "ui/shared/password_field.h"
#include "ui/shared/text_label.h"

#include "core/security/key_file.h"

#include <QCheckBox>
#include <QDir>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kCreateWidth = 620;

QString fileNameOf(const QString& practice) {
    QString name;
    for (const QChar letter : practice.toLower()) {
        if (letter.isLetterOrNumber()) {
            name.append(letter);
        } else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-'))) {
            name.append(QLatin1Char('-'));
        }
    }
    while (name.endsWith(QLatin1Char('-'))) {
        name.chop(1);
    }
    return (name.isEmpty() ? QStringLiteral("practice") : name) + QStringLiteral(".kairos");
}

QString problemOf(const QString& secret) {
    if (secret.isEmpty()) {
        return {};
    }
    const auto checked = security::checkNewPassphrase(secret);
    return checked ? QString() : errorText(checked.error());
}

} // namespace

CreatePage::CreatePage(FileDialogs& files, const QString& folder, QWidget* parent)
    : QWidget(parent), m_files(files), m_folder(folder) {
    setFixedWidth(px(kCreateWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(new TextLabel(tr("Create a practice"), TextRole::Welcome, Token::Text, this));
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    addPractice(*column);
    addPassphrase(*column);
    addPerson(*column);
    addButtons(*column);
    showOwnPassword();
    proposeFile();
    setFocusProxy(m_name);
}

void CreatePage::addPractice(QVBoxLayout& column) {
    auto* card = new Card(tr("The practice"), CardContent::Padded, this);
    m_practice = new FormSection({}, card);
    m_name = new QLineEdit(m_practice);
    m_name->setObjectName(QStringLiteral("practiceNameEdit"));
    m_practice->addField(tr("Name"), m_name)->setRequired(tr("Type the name that stands on your letters"));
    m_zone = new ZoneBox(m_practice);
    auto* zone = m_practice->addField(tr("Time zone"), m_zone);
    zone->setHelp(tr("Every time on screen and paper is shown in this zone. Type a city to find it."));
    zone->setCheck([this] {
        return m_zone->zone().isEmpty() ? tr("Choose a zone of the list, e.g. Europe/Oslo") : QString();
    });
    m_path = new QLineEdit(m_practice);
    m_path->setObjectName(QStringLiteral("practicePathEdit"));
    auto* file = m_practice->addField(tr("File"), m_path);
    file->setRequired(tr("Say where the practice is kept"));
    file->setHelp(tr("On a disk of this PC. A drive of the network is refused: it can tear the file."));
    auto* choose = makeButton({.text = tr("Choose another place"), .icon = Icon::Folder}, m_practice);
    m_practice->addWide(choose);
    choose->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    card->body().addWidget(m_practice);
    column.addWidget(card);
    connect(m_name, &QLineEdit::textEdited, this, &CreatePage::proposeFile);
    connect(m_path, &QLineEdit::textEdited, this, [this] { m_isPathProposed = false; });
    connect(choose, &QPushButton::clicked, this, &CreatePage::chooseFile);
}

void CreatePage::addPassphrase(QVBoxLayout& column) {
    auto* card = new Card(tr("The passphrase of the practice"), CardContent::Padded, this);
    m_secret = new FormSection({}, card);
    m_passphrase = new PasswordField(m_secret);
    m_passphrase->setObjectName(QStringLiteral("passphraseEdit"));
    m_again = new PasswordField(m_secret);
    m_again->setObjectName(QStringLiteral("passphraseAgainEdit"));
    auto* first = m_secret->addField(tr("Passphrase"), m_passphrase);
    first->setRequired(tr("Choose a passphrase"));
    first->setHelp(tr("%1 characters at least. Four plain words that belong to nobody, such as on a street "
                      "sign and a menu, are strong and easy to type.")
                       .arg(security::kLeastPassphraseCharacters));
    first->setCheck([this] { return problemOf(m_passphrase->text()); });
    auto* second = m_secret->addField(tr("Passphrase again"), m_again);
    second->setRequired(tr("Type it a second time"));
    second->setHelp(tr("It encrypts the file. Nobody can reset it; only the recovery code, shown next, opens "
                       "the practice without it."));
    second->setCheck([this] {
        return m_again->text() == m_passphrase->text() ? QString()
                                                       : tr("The two differ. Type the passphrase again.");
    });
    card->body().addWidget(m_secret);
    column.addWidget(card);
}

void CreatePage::addPerson(QVBoxLayout& column) {
    auto* card = new Card(tr("Who signs in first"), CardContent::Padded, this);
    m_person = new FormSection({}, card);
    m_clinician = new QLineEdit(m_person);
    m_clinician->setObjectName(QStringLiteral("clinicianNameEdit"));
    m_person->addField(tr("Name"), m_clinician)->setRequired(tr("Type the name that signs"));
    m_person->addWide(new TextLabel(tr("Roles"), TextRole::CaptionStrong, Token::Text, m_person));
    m_roles = new RolesBox(m_person);
    m_roles->setRoles({record::Role::Therapist, record::Role::Administrator});
    m_roles->box(record::Role::Administrator).setEnabled(false);
    m_person->addWide(m_roles);
    m_rolesError = makeParagraph(tr("The first person is always administrator, to let the others in."),
                                 TextRole::Caption, Token::Text3, m_person);
    m_person->addWide(m_rolesError);
    m_same = new QCheckBox(tr("My password is the passphrase: one prompt opens all"), m_person);
    m_same->setObjectName(QStringLiteral("samePasswordBox"));
    m_same->setMinimumHeight(px(24));
    m_same->setChecked(true);
    m_person->addWide(m_same);
    m_own = new FormSection({}, card);
    m_password = new PasswordField(m_own);
    m_password->setObjectName(QStringLiteral("passwordEdit"));
    m_passwordAgain = new PasswordField(m_own);
    auto* first = m_own->addField(tr("Personal password"), m_password);
    first->setRequired(tr("Choose a password of your own"));
    first->setCheck([this] { return problemOf(m_password->text()); });
    auto* second = m_own->addField(tr("Personal password again"), m_passwordAgain);
    second->setRequired(tr("Type it a second time"));
    second->setCheck([this] {
        return m_passwordAgain->text() == m_password->text() ? QString()
                                                             : tr("The two differ. Type it again.");
    });
    card->body().addWidget(m_person);
    card->body().addWidget(m_own);
    column.addWidget(card);
    connect(m_same, &QCheckBox::toggled, this, &CreatePage::showOwnPassword);
}

void CreatePage::addButtons(QVBoxLayout& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_create = makeButton({.text = tr("Create the practice"),
                           .kind = ButtonKind::Primary,
                           .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                          this);
    m_back = makeButton({.text = tr("Back")}, this);
    setButtonKeyCap(*m_back, QKeySequence(Qt::Key_Escape));
    m_working = new TextLabel({}, TextRole::Body, Token::Text2, this);
    row->addWidget(m_create);
    row->addWidget(m_back);
    row->addWidget(m_working);
    row->addStretch(1);
    column.addLayout(row);
    connect(m_create, &QPushButton::clicked, this, &CreatePage::submit);
    connect(m_back, &QPushButton::clicked, this, &CreatePage::left);
}

workflow::NewPractice CreatePage::wanted() const {
    workflow::NewPractice wanted;
    wanted.path = QDir::fromNativeSeparators(m_path->text().trimmed());
    if (!wanted.path.endsWith(QStringLiteral(".kairos"))) {
        wanted.path += QStringLiteral(".kairos");
    }
    wanted.passphrase = m_passphrase->text();
    wanted.name = m_name->text().trimmed();
    wanted.zone = m_zone->zone();
    wanted.clinicianName = m_clinician->text().trimmed();
    wanted.roles = m_roles->roles();
    wanted.password = m_same->isChecked() ? m_passphrase->text() : m_password->text();
    return wanted;
}

void CreatePage::clearSecrets() {
    for (PasswordField* field : {m_passphrase, m_again, m_password, m_passwordAgain}) {
        field->clear();
    }
}

void CreatePage::showError(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void CreatePage::setWorking(const QString& words) {
    const bool idle = words.isEmpty();
    m_working->setText(words);
    m_create->setEnabled(idle);
    m_back->setEnabled(idle);
}

void CreatePage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_back->isEnabled()) {
        Q_EMIT left();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_create->isEnabled()) {
        submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void CreatePage::proposeFile() {
    if (m_isPathProposed) {
        m_path->setText(QDir::toNativeSeparators(QDir(m_folder).filePath(fileNameOf(m_name->text()))));
    }
}

void CreatePage::chooseFile() {
    m_files.askSave({.title = tr("Where should the practice be kept?"),
                     .start = m_path->text(),
                     .filters = {tr("Kairos practice (*.kairos)")},
                     .suffix = QStringLiteral("kairos")},
                    *this, [this](const QString& path) {
                        m_isPathProposed = false;
                        m_path->setText(QDir::toNativeSeparators(path));
                    });
}

void CreatePage::showOwnPassword() {
    m_own->setVisible(!m_same->isChecked());
}

void CreatePage::submit() {
    m_trouble->hide();
    // The first section that does not hold keeps the focus.
    if (!m_practice->validate() || !m_secret->validate() || !m_person->validate() ||
        (!m_same->isChecked() && !m_own->validate())) {
        return;
    }
    Q_EMIT createRequested();
}

} // namespace kairos::ui
