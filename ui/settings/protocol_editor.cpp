// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/protocol_editor.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/protocol_care.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using workflow::ProtocolField;
using workflow::ProtocolValue;

namespace {

/// "regimen.blocks[0].count" for "/regimen/blocks/0/count": how the reader names a place.
QString fieldPlace(const QString& path) {
    QString place = path.mid(1);
    static const QRegularExpression kIndex(QStringLiteral("/(\\d+)(?=/|$)"));
    place.replace(kIndex, QStringLiteral("[\\1]"));
    return place.replace(QLatin1Char('/'), QLatin1Char('.'));
}

bool isLong(const ProtocolField& place) {
    return place.path == QLatin1String("/note");
}

} // namespace

ProtocolEditor::ProtocolEditor(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card({}, CardContent::Padded, this)),
      m_problem(new Banner({}, m_card)),
      m_changes(makeParagraph({}, TextRole::Body, Token::Text2, m_card)),
      m_formPlace(new QVBoxLayout),
      m_save(makeButton({.text = tr("Save the protocol"), .kind = ButtonKind::Primary, .icon = Icon::Check},
                        m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_problem->hide();
    m_card->body().addWidget(makeParagraph(
        tr("The copy is the clinic's own. What you change is marked \"local\" and carries no H, M or C; the "
           "note tells it. Every change is checked as a file is."),
        TextRole::Caption, Token::Text2, m_card));
    m_card->body().addWidget(m_problem);
    m_card->body().addWidget(m_changes);
    m_card->body().addLayout(m_formPlace);
    auto* leaveButton = makeButton({.text = tr("Not now")}, m_card);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(leaveButton);
    row->addWidget(m_save);
    m_card->body().addLayout(row);
    hide();
    connect(m_save, &QPushButton::clicked, this, &ProtocolEditor::save);
    connect(leaveButton, &QPushButton::clicked, this, &ProtocolEditor::leave);
}

void ProtocolEditor::open(const QString& title, workflow::ProtocolDraft draft) {
    m_draft = std::move(draft);
    m_card->setTitle(title);
    buildForm();
    showFindings();
    show();
    m_rows.first().field->editor().setFocus(Qt::OtherFocusReason);
}

void ProtocolEditor::buildForm() {
    m_rows.clear();
    delete m_form;
    m_form = new QWidget(m_card);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    FormSection* section = nullptr;
    QString group;
    for (const ProtocolField& place : m_draft->fields()) {
        if (section == nullptr || place.group != group) {
            if (section != nullptr) {
                closeRow(*section);
            }
            group = place.group;
            section = new FormSection(group, m_form);
            column->addWidget(section);
        }
        addRow(*section, place);
    }
    closeRow(*section);
    m_formPlace->addWidget(m_form);
}

void ProtocolEditor::addRow(FormSection& section, const ProtocolField& place) {
    QWidget* editor = nullptr;
    if (isLong(place)) {
        auto* text = new QPlainTextEdit(place.value);
        text->setTabChangesFocus(true);
        text->setFixedHeight(px(72));
        editor = text;
    } else {
        auto* edit = new QLineEdit(place.value);
        edit->setCursorPosition(0);
        editor = edit;
    }
    const bool isList = place.kind == ProtocolValue::Words || place.kind == ProtocolValue::Numbers;
    if (isList || isLong(place) || place.path == QLatin1String("/title")) {
        closeRow(section);
        follow(place, section.addField(place.label, editor));
        return;
    }
    auto* field = new Field(place.label, editor);
    follow(place, field);
    if (m_waiting == nullptr) {
        m_waiting = field;
        return;
    }
    section.addPair(std::exchange(m_waiting, nullptr), field);
}

void ProtocolEditor::follow(const ProtocolField& place, Field* field) {
    const int index = static_cast<int>(m_rows.size());
    m_rows.append({place, field});
    field->setCheck([this, path = place.path] { return path == m_wrongPath ? m_wrongWords : QString(); });
    if (auto* edit = qobject_cast<QLineEdit*>(&field->editor())) {
        connect(edit, &QLineEdit::textChanged, this,
                [this, index](const QString& words) { type(index, words); });
    } else if (auto* text = qobject_cast<QPlainTextEdit*>(&field->editor())) {
        connect(text, &QPlainTextEdit::textChanged, this,
                [this, index, text] { type(index, text->toPlainText()); });
    }
}

void ProtocolEditor::closeRow(FormSection& section) {
    if (m_waiting != nullptr) {
        section.addWide(std::exchange(m_waiting, nullptr));
    }
}

void ProtocolEditor::type(int row, const QString& text) {
    m_draft->set(m_rows.at(row).place, text);
    showFindings();
}

void ProtocolEditor::showFindings() {
    const auto checked = m_draft->check(m_context.practice.catalog().doseLimits);
    m_save->setEnabled(checked.has_value());
    m_problem->setVisible(!checked.has_value());
    const QStringList changes = m_draft->changes();
    m_changes->setVisible(!changes.isEmpty());
    m_changes->setText(tr("Changed so far: %1.").arg(changes.join(QStringLiteral("; "))));
    m_wrongPath.clear();
    if (!checked) {
        const QString& why = checked.error().why;
        m_problem->setBannerText(
            {base::FindingLevel::Stop, tr("It cannot be saved like this"), why, tr("Correct this place.")});
        findWrong(why);
    }
    for (const Row& row : std::as_const(m_rows)) {
        row.field->validate();
    }
}

void ProtocolEditor::findWrong(const QString& why) {
    // A reader may name the field itself, or the part it stands in, e.g. "regimen.dose".
    const QString place = why.section(QLatin1String(": "), 0, 0);
    for (const Row& row : std::as_const(m_rows)) {
        const QString own = fieldPlace(row.place.path);
        if (own == place || own.startsWith(place + QLatin1Char('.'))) {
            m_wrongPath = row.place.path;
            m_wrongWords = why.section(QLatin1String(": "), 1);
            return;
        }
    }
}

QWidget* ProtocolEditor::editorOf(const QString& path) const {
    for (const Row& row : m_rows) {
        if (row.place.path == path) {
            return &row.field->editor();
        }
    }
    return nullptr;
}

QString ProtocolEditor::shownProblem() const {
    return m_problem->isHidden() ? QString() : m_problem->bannerText().text;
}

void ProtocolEditor::save() {
    const auto kept = workflow::ProtocolCare(m_context.practice).save(*m_draft);
    if (!kept) {
        m_problem->setBannerText(bannerTextOf(kept.error()));
        m_problem->show();
        return;
    }
    hide();
    Q_EMIT saved(*kept);
}

void ProtocolEditor::leave() {
    hide();
    Q_EMIT closed();
}

} // namespace kairos::ui
