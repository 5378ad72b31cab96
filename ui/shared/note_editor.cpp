// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_editor.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/note_section_row.h"
#include "ui/shared/note_spelling.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include "core/therapy/modalities.h"
#include "core/therapy/note_words.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr QKeyCombination kDetailsKey = Qt::CTRL | Qt::Key_D;

/// The place of the text or of the parts beside it: on a low screen it gives way to what stands around it.
QScrollArea* makePlace(QWidget& content, QWidget* parent) {
    auto* place = new QScrollArea(parent);
    place->setWidgetResizable(true);
    place->setFrameShape(QFrame::NoFrame);
    place->setFocusPolicy(Qt::NoFocus);
    place->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    place->setWidget(&content);
    content.setBackgroundRole(QPalette::Base); // It lies on the card as the text does.
    place->viewport()->setBackgroundRole(QPalette::Base);
    return place;
}

} // namespace

NoteEditor::NoteEditor(QWidget* parent)
    : QWidget(parent),
      m_text(new QWidget),
      m_sectionColumn(new QVBoxLayout(m_text)),
      m_textArea(makePlace(*m_text, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_sectionColumn->setContentsMargins(0, 0, 0, 0);
    m_sectionColumn->setSpacing(0);
    column->addWidget(m_textArea, 1);
    buildDetails(*column);
    buildRisk(*column);
    makeSections(NoteFormat::Dap);
    showSummary();
}

void NoteEditor::buildDetails(QVBoxLayout& column) {
    m_details = new NoteDetailsForm;
    m_detailsArea = makePlace(*m_details, this);
    m_detailsArea->hide();
    column.addWidget(m_detailsArea, 1);
    m_toggle = makeButton({.text = tr("Details"), .kind = ButtonKind::Quiet, .key = kDetailsKey}, this);
    m_toggle->setToolTip(tr("Who was present, interventions, homework, mental state"));
    m_summary = makeWrapped({}, TextRole::Caption, Token::Text2, this);
    m_summary->setContentsMargins(px(14), px(2), px(14), px(2));
    column.addWidget(m_summary);
    connect(m_toggle, &QPushButton::clicked, this, &NoteEditor::toggleDetails);
    connect(m_details, &NoteDetailsForm::changed, this, &NoteEditor::changed);
    connect(m_details, &NoteDetailsForm::changed, this, &NoteEditor::showSummary);
}

void NoteEditor::buildRisk(QVBoxLayout& column) {
    auto* box = new QVBoxLayout;
    box->setContentsMargins(px(14), px(6), px(14), px(10));
    box->setSpacing(px(6));
    auto* line = new QHBoxLayout;
    line->setSpacing(px(10));
    line->addWidget(new TextLabel(tr("Risk, required"), TextRole::Strong, Token::Text, this));
    m_ideation = new Segments(tr("Suicidal ideation"), {tr("not asked")}, this);
    const QStringList words = {tr("SI none"), tr("passive"), tr("active")};
    for (int i = 0; i < words.size(); ++i) {
        m_ideation->addChoice(words.at(i))->setShortcut(QKeySequence(Qt::ALT | (Qt::Key_1 + i)));
    }
    line->addWidget(m_ideation);
    line->addStretch();
    line->addWidget(makeKeyHints({{QStringLiteral("Alt+1–3"), tr("none, passive, active")}}, this));
    box->addLayout(line);
    auto* details = new QHBoxLayout;
    details->setSpacing(px(8));
    for (const QString& name :
         {tr("Plan for it"), tr("Intent"), tr("Means"), tr("Protective"), tr("Action taken")}) {
        auto* edit = new QLineEdit(this);
        details->addWidget(new Field(name, edit, this), 1);
        connect(edit, &QLineEdit::textEdited, this, &NoteEditor::changed);
        m_riskEdits.append(edit);
    }
    box->addLayout(details);
    column.addWidget(makeHairline(this));
    column.addLayout(box);
    connect(m_ideation, &Segments::chosen, this, &NoteEditor::changed);
}

void NoteEditor::makeSections(NoteFormat format) {
    for (NoteSectionRow* row : std::as_const(m_sections)) {
        row->hide();
        row->deleteLater();
    }
    m_sections.clear();
    for (const therapy::SectionForm& form : therapy::NoteForms::builtIn().form(format).sections) {
        auto* row = new NoteSectionRow(form, m_text);
        m_sectionColumn->addWidget(row, 1);
        row->show(); // Now, so that it may take the focus at once.
        row->edit().setMacros(m_macros);
        row->edit().setSpelling(m_spelling);
        m_sections.append(row);
        connect(row, &NoteSectionRow::changed, this, &NoteEditor::changed);
        connect(&row->edit(), &NoteTextEdit::refused, this, &NoteEditor::refused);
        connect(&row->edit(), &NoteTextEdit::cursorPositionChanged, this, &NoteEditor::cursorMoved);
    }
    m_format = format;
    showPrompts();
}

void NoteEditor::showPrompts() {
    static const QStringList kMoveSections = {QStringLiteral("data"), QStringLiteral("objective"),
                                              QStringLiteral("intervention"), QStringLiteral("text")};
    const auto* modality = m_type == TherapyType::Therapy || m_type == TherapyType::Group
                               ? therapy::Modalities::builtIn().find(m_modality)
                               : nullptr;
    for (NoteSectionRow* row : std::as_const(m_sections)) {
        QStringList prompts = therapy::NoteForms::builtIn().prompts(m_type, row->id());
        if (modality != nullptr && kMoveSections.contains(row->id())) {
            prompts.append(tr("%1: %2").arg(modality->name, modality->moves.join(QStringLiteral(", "))));
        }
        row->setPrompts(prompts);
    }
}

void NoteEditor::setSession(TherapyType type, const QString& modality) {
    m_type = type;
    if (m_modality != modality) {
        m_modality = modality;
        m_details->setModality(modality);
        m_details->setEditing(m_editing);
    }
    showPrompts();
}

void NoteEditor::setMacros(NoteTextEdit::MacroSource macros) {
    m_macros = std::move(macros);
    for (NoteSectionRow* row : std::as_const(m_sections)) {
        row->edit().setMacros(m_macros);
    }
}

void NoteEditor::setSpelling(NoteSpelling* spelling) {
    m_spelling = spelling;
    for (NoteSectionRow* row : std::as_const(m_sections)) {
        row->edit().setSpelling(spelling);
    }
}

NoteContent NoteEditor::content() const {
    NoteContent content;
    content.format = m_format;
    for (const NoteSectionRow* row : m_sections) {
        content.sections.append(row->section());
    }
    content.risk = {static_cast<SuicidalIdeation>(m_ideation->current()),
                    m_riskEdits.at(0)->text(),
                    m_riskEdits.at(1)->text(),
                    m_riskEdits.at(2)->text(),
                    m_riskEdits.at(3)->text(),
                    m_riskEdits.at(4)->text()};
    content.details = m_details->details();
    return content;
}

void NoteEditor::setContent(const NoteContent& content) {
    if (m_format != content.format) {
        makeSections(content.format);
    }
    for (NoteSectionRow* row : std::as_const(m_sections)) {
        for (const NoteSection& section : content.sections) {
            if (section.id == row->id()) {
                row->setSection(section);
            }
        }
    }
    m_ideation->setCurrent(static_cast<int>(content.risk.ideation));
    const QStringList risk = {content.risk.plan, content.risk.intent, content.risk.means,
                              content.risk.protective, content.risk.action};
    for (int i = 0; i < risk.size(); ++i) {
        m_riskEdits.at(i)->setText(risk.at(i));
    }
    m_details->setDetails(content.details);
    showSummary();
    applyEditing();
}

void NoteEditor::setFormat(NoteFormat format) {
    setContent(reformatted(content(), format));
}

void NoteEditor::carry(const Note& from, const QStringList& sections) {
    NoteContent changed = content();
    if (changed.isEmpty() && changed.format != from.format) {
        changed = reformatted(changed, from.format);
    }
    for (NoteSection& own : changed.sections) {
        for (const NoteSection& earlier : from.sections) {
            if (earlier.id == own.id && sections.contains(own.id) && own.text.trimmed().isEmpty()) {
                own = {own.id, earlier.text, from.id};
            }
        }
    }
    setContent(changed);
    Q_EMIT this->changed();
}

QStringList NoteEditor::carriedSections() const {
    QStringList titles;
    for (const NoteSectionRow* row : m_sections) {
        if (row->isCarried()) {
            titles.append(therapy::noteSectionTitle(row->id()));
        }
    }
    return titles;
}

void NoteEditor::toggleDetails() {
    const bool toDetails = m_detailsArea->isHidden();
    // What goes first goes first: both at once would make the window higher.
    (toDetails ? m_textArea : m_detailsArea)->hide();
    (toDetails ? m_detailsArea : m_textArea)->show();
    m_toggle->setText(toDetails ? tr("Back to the text") : tr("Details"));
    m_toggle->setShortcut(kDetailsKey); // A new text takes the key away.
    if (toDetails) {
        m_details->presentEdit().setFocus(Qt::ShortcutFocusReason);
    } else if (!m_sections.isEmpty()) {
        m_sections.first()->edit().setFocus(Qt::ShortcutFocusReason);
    }
}

void NoteEditor::showSummary() {
    const QString summary = m_details->summary();
    m_summary->setText(summary);
    m_summary->setVisible(!summary.isEmpty());
}

void NoteEditor::setEditing(Editing editing) {
    m_editing = editing;
    applyEditing();
}

void NoteEditor::applyEditing() {
    const bool isFixed = m_editing == Editing::ReadOnly;
    for (const NoteSectionRow* row : std::as_const(m_sections)) {
        if (row->edit().isReadOnly() != isFixed) {
            row->edit().setReadOnly(isFixed);
        }
    }
    for (QLineEdit* edit : std::as_const(m_riskEdits)) {
        edit->setReadOnly(isFixed);
    }
    m_ideation->setEnabled(!isFixed);
    m_details->setEditing(m_editing);
}

NoteTextEdit* NoteEditor::sectionEdit(const QString& id) const {
    for (const NoteSectionRow* row : m_sections) {
        if (row->id() == id) {
            return &row->edit();
        }
    }
    return nullptr;
}

std::optional<NoteCursor> NoteEditor::cursor() const {
    // The focus within the window: it stays where the hand was while another program is in front.
    const QWidget* hand = window()->focusWidget();
    for (const NoteSectionRow* row : m_sections) {
        if (&row->edit() == hand) {
            return NoteCursor{row->id(), row->edit().textCursor().position()};
        }
    }
    return std::nullopt;
}

void NoteEditor::setCursor(const NoteCursor& cursor) {
    NoteTextEdit* edit = sectionEdit(cursor.section);
    if (edit == nullptr) {
        return;
    }
    QTextCursor place = edit->textCursor();
    place.setPosition(qBound(0, cursor.position, edit->document()->characterCount() - 1));
    edit->setTextCursor(place);
    m_handSection = cursor.section;
}

NoteTextEdit* NoteEditor::handEdit() const {
    if (NoteTextEdit* edit = sectionEdit(m_handSection)) {
        return edit;
    }
    return m_sections.isEmpty() ? nullptr : &m_sections.first()->edit();
}

QLineEdit* NoteEditor::riskEdit(const QString& id) const {
    static const QStringList kLines = {QStringLiteral("risk-plan"), QStringLiteral("risk-intent"),
                                       QStringLiteral("risk-means"), QStringLiteral("risk-protective"),
                                       QStringLiteral("risk-action")};
    return m_riskEdits.value(kLines.indexOf(id), nullptr);
}

QLineEdit* NoteEditor::revealLine(const QString& part) {
    QLineEdit* line = m_details->lineEdit(part);
    if (line == nullptr) {
        return riskEdit(part);
    }
    if (m_detailsArea->isHidden()) {
        toggleDetails();
    }
    m_detailsArea->ensureWidgetVisible(line);
    return line;
}

} // namespace kairos::ui
