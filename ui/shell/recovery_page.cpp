// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery_page.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/text_label.h"

#include "core/security/recovery_code.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kWidth = 620;
constexpr int kColumns = 5;

/// A group of the code: letters of one width, selectable, its number in front.
TextLabel* makeGroup(QWidget* parent) {
    auto* group = new TextLabel({}, TextRole::HeaderValue, Token::Text, parent);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(fontFor(TextRole::PatientName).pointSizeF());
    group->setFont(font);
    group->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return group;
}

} // namespace

RecoveryPage::RecoveryPage(FileDialogs& files, QWidget* parent) : QWidget(parent), m_files(files) {
    setFixedWidth(px(kWidth));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(new TextLabel(tr("The recovery code"), TextRole::Welcome, Token::Text, this));
    column->addWidget(new Banner({base::FindingLevel::Caution,
                                  tr("This code is shown once"),
                                  tr("It opens the practice when the passphrase is lost. Whoever holds it "
                                     "can read everything: keep it "
                                     "on paper in the safe, not on this PC."),
                                  {}},
                                 this));
    auto* card = new Card({}, CardContent::Padded, this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(20));
    grid->setVerticalSpacing(px(10));
    for (int i = 0; i < security::kRecoveryGroups; ++i) {
        m_groups.append(makeGroup(card));
        grid->addWidget(m_groups.last(), i / kColumns, i % kColumns, Qt::AlignCenter);
    }
    card->body().addLayout(grid);
    card->body().setContentsMargins(px(14), px(16), px(14), px(16));
    column->addWidget(card);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(px(12));
    auto* copy = makeButton({.text = tr("Copy the code"), .icon = Icon::Doc}, this);
    auto* save = makeButton({.text = tr("Save as a text file"), .icon = Icon::Folder}, this);
    m_said = new TextLabel({}, TextRole::Body, Token::Text2, this);
    ways->addWidget(copy);
    ways->addWidget(save);
    ways->addWidget(m_said, 1);
    column->addLayout(ways);
    m_tick = new QCheckBox(tr("I have written, printed or copied it to a safe place"), this);
    m_tick->setMinimumHeight(px(28));
    column->addWidget(m_tick);
    m_go = makeButton({.text = tr("Go to the practice"), .kind = ButtonKind::Primary}, this);
    m_go->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addWidget(m_go);
    const auto gate = [this](bool on) {
        setButtonBlockedBy(*m_go, on ? QString() : tr("Tick the line above first"));
    };
    gate(false);
    connect(m_tick, &QCheckBox::toggled, this, gate);
    connect(m_go, &QPushButton::clicked, this, &RecoveryPage::kept);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code);
        say(tr("Copied. Clear the clipboard after you stored it."));
    });
    connect(save, &QPushButton::clicked, this, &RecoveryPage::saveText);
    setFocusProxy(m_tick);
}

void RecoveryPage::showCode(const QString& practice, const QString& code) {
    m_practice = practice;
    m_code = code;
    const QStringList groups = code.split(QLatin1Char('-'));
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        m_groups.at(i)->setText(groups.value(i));
    }
    m_tick->setChecked(false);
    say({});
}

void RecoveryPage::forget() {
    m_code.fill(QLatin1Char(' '));
    m_code.clear();
    for (TextLabel* group : std::as_const(m_groups)) {
        group->clear();
    }
}

void RecoveryPage::saveText() {
    m_files.askSave({.title = tr("Where should the recovery code go?"),
                     .start = tr("recovery-code.txt"),
                     .filters = {tr("Text (*.txt)")},
                     .suffix = QStringLiteral("txt")},
                    *this, [this](const QString& path) {
                        const QString text =
                            tr("Recovery code of %1\n\n%2\n\nIt opens the practice without its passphrase. "
                               "Print this page, put it into the safe, and delete this file.\n")
                                .arg(m_practice, m_code);
                        QSaveFile file(path);
                        const QByteArray bytes = text.toUtf8();
                        const bool isWritten = file.open(QIODevice::WriteOnly) &&
                                               file.write(bytes) == bytes.size() && file.commit();
                        say(isWritten ? tr("Saved. Print it, then delete the file.")
                                      : tr("The file was not written: choose another folder."));
                    });
}

void RecoveryPage::say(const QString& words) {
    m_said->setText(words);
}

} // namespace kairos::ui
