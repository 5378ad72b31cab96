// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/recovery_sheet.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/file_dialogs.h"
#include "ui/shared/text_label.h"

#include "core/base/whole_file.h"
#include "core/security/recovery_code.h"
#include "core/security/secret_bytes.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

constexpr int kGroupsInRow = 5;

/// A group of the code: letters of one width, selectable.
TextLabel* makeGroup(QWidget* parent) {
    auto* group = new TextLabel({}, TextRole::HeaderValue, Token::Text, parent);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(fontFor(TextRole::PatientName).pointSizeF());
    group->setFont(font);
    group->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return group;
}

} // namespace

RecoverySheet::RecoverySheet(FileDialogs& files, QWidget* parent)
    : QWidget(parent),
      m_files(files),
      m_tick(new QCheckBox(tr("I have written, printed or copied it to a safe place"), this)),
      m_go(makeButton({.text = {}, .kind = ButtonKind::Primary}, this)),
      m_said(new TextLabel({}, TextRole::Body, Token::Text2, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addWidget(buildGroups());
    buildWays();
    m_tick->setMinimumHeight(px(28));
    column->addWidget(m_tick);
    m_go->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    column->addWidget(m_go);
    const auto gate = [this](bool on) {
        setButtonBlockedBy(*m_go, on ? QString() : tr("Tick the line above first"));
    };
    gate(false);
    connect(m_tick, &QCheckBox::toggled, this, gate);
    connect(m_go, &QPushButton::clicked, this, &RecoverySheet::kept);
    setFocusProxy(m_tick);
}

QWidget* RecoverySheet::buildGroups() {
    auto* card = new Card({}, CardContent::Padded, this);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(20));
    grid->setVerticalSpacing(px(10));
    for (int i = 0; i < security::kRecoveryGroups; ++i) {
        m_groups.append(makeGroup(card));
        grid->addWidget(m_groups.last(), i / kGroupsInRow, i % kGroupsInRow, Qt::AlignCenter);
    }
    card->body().addLayout(grid);
    card->body().setContentsMargins(px(14), px(16), px(14), px(16));
    return card;
}

void RecoverySheet::buildWays() {
    auto* ways = new QHBoxLayout;
    ways->setSpacing(px(12));
    auto* copy = makeButton({.text = tr("Copy the code"), .icon = Icon::Doc}, this);
    auto* save = makeButton({.text = tr("Save as a text file"), .icon = Icon::Folder}, this);
    ways->addWidget(copy);
    ways->addWidget(save);
    ways->addWidget(m_said, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(ways);
    setTabOrder(copy, save);
    setTabOrder(save, m_tick);
    setTabOrder(m_tick, m_go);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_code);
        say(tr("Copied. Clear the clipboard after you stored it."));
    });
    connect(save, &QPushButton::clicked, this, &RecoverySheet::saveText);
}

void RecoverySheet::showCode(const QString& code, const RecoveryWords& words) {
    m_code = code;
    m_words = words;
    m_go->setText(words.onward);
    const QStringList groups = code.split(QLatin1Char('-'));
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        m_groups.at(i)->setText(groups.value(i));
    }
    m_tick->setChecked(false);
    say({});
}

void RecoverySheet::forget() {
    security::wipe(m_code);
    for (TextLabel* group : std::as_const(m_groups)) {
        group->clear();
    }
}

void RecoverySheet::saveText() {
    m_files.askSave(
        {.title = tr("Where should the recovery code go?"),
         .start = m_words.fileName,
         .filters = {tr("Text (*.txt)")},
         .suffix = QStringLiteral("txt")},
        *this, [this](const QString& path) {
            const QByteArray bytes =
                QStringList{m_words.above, m_code, m_words.below}.join(QStringLiteral("\n\n")).toUtf8() +
                '\n';
            const auto written = base::writeWhole(
                path, bytes,
                {tr("The file was not written"), tr("choose another folder, or make room on the disk")});
            say(written ? tr("Saved. Print it, then delete the file.") : written.error().sentence());
        });
}

void RecoverySheet::say(const QString& words) {
    m_said->setText(words);
}

} // namespace kairos::ui
