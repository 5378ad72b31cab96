// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/note_editor.h"

#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/key_cap.h"
#include "ui/shared/segments.h"
#include "ui/shared/text_label.h"

#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {

using namespace record;

namespace {

constexpr int kLabelWidth = 138;
constexpr int kLeastText = 50;

/// The column of a section's name, on sunken ground.
class SectionName final : public QWidget {
public:
    SectionName(const QString& id, QWidget* parent) : QWidget(parent) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(px(14), px(10), px(8), px(8));
        column->setSpacing(px(2));
        column->addWidget(new TextLabel(noteSectionTitle(id), TextRole::Strong, Token::Text, this));
        column->addWidget(makeParagraph(noteSectionHint(id), TextRole::Caption, Token::Text2, this));
        column->addStretch();
        setFixedWidth(px(kLabelWidth));
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        Q_UNUSED(event)
        const Theme& theme = themeOf(*this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(Token::Sunken));
        painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Line));
    }
};

} // namespace

NoteEditor::NoteEditor(QWidget* parent) : QWidget(parent), m_sectionColumn(new QVBoxLayout) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_sectionColumn->setSpacing(0);
    column->addLayout(m_sectionColumn, 1);
    buildRisk(*column);
    setContent(reformatted({}, NoteFormat::Dap));
}

void NoteEditor::buildRisk(QVBoxLayout& column) {
    auto* box = new QVBoxLayout;
    box->setContentsMargins(px(14), px(8), px(14), px(10));
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

NoteEditor::Section NoteEditor::makeSection(const QString& id) {
    Section section{id, new QWidget(this), nullptr};
    auto* box = new QVBoxLayout(section.row);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    box->addWidget(makeHairline(section.row));
    box->addLayout(row, 1);
    row->addWidget(new SectionName(id, section.row));
    section.edit = new QPlainTextEdit(section.row);
    section.edit->setObjectName(QStringLiteral("noteSection-") + id);
    section.edit->setAccessibleName(noteSectionTitle(id));
    section.edit->setAccessibleDescription(noteSectionHint(id));
    section.edit->setTabChangesFocus(true);
    section.edit->setFrameShape(QFrame::NoFrame);
    section.edit->document()->setDocumentMargin(px(10));
    section.edit->setMinimumHeight(px(kLeastText));
    section.edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    row->addWidget(section.edit, 1);
    connect(section.edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isSetting) {
            Q_EMIT changed();
        }
    });
    return section;
}

NoteContent NoteEditor::content() const {
    NoteContent content;
    content.format = m_format;
    for (const Section& section : m_sections) {
        content.sections.append({section.id, section.edit->toPlainText()});
    }
    content.risk = {static_cast<SuicidalIdeation>(m_ideation->current()),
                    m_riskEdits.at(0)->text(),
                    m_riskEdits.at(1)->text(),
                    m_riskEdits.at(2)->text(),
                    m_riskEdits.at(3)->text(),
                    m_riskEdits.at(4)->text()};
    return content;
}

void NoteEditor::setContent(const NoteContent& content) {
    const QScopedValueRollback setting(m_isSetting, true);
    if (m_sections.isEmpty() || m_format != content.format) {
        for (const Section& section : std::as_const(m_sections)) {
            section.row->hide();
            section.row->deleteLater();
        }
        m_sections.clear();
        for (const NoteSection& wanted : reformatted(content, content.format).sections) {
            m_sections.append(makeSection(wanted.id));
            QWidget* row = m_sections.last().row;
            m_sectionColumn->addWidget(row, 1);
            // Tab goes from the last section on to the risk.
            row->stackUnder(m_ideation);
        }
        m_format = content.format;
    }
    for (const NoteSection& text : content.sections) {
        QPlainTextEdit* edit = sectionEdit(text.id);
        if (edit != nullptr && edit->toPlainText() != text.text) {
            edit->setPlainText(text.text);
        }
    }
    m_ideation->setCurrent(static_cast<int>(content.risk.ideation));
    const QStringList risk = {content.risk.plan, content.risk.intent, content.risk.means,
                              content.risk.protective, content.risk.action};
    for (int i = 0; i < risk.size(); ++i) {
        m_riskEdits.at(i)->setText(risk.at(i));
    }
    applyEditing();
}

void NoteEditor::setFormat(NoteFormat format) {
    setContent(reformatted(content(), format));
}

void NoteEditor::setEditing(Editing editing) {
    m_editing = editing;
    applyEditing();
}

void NoteEditor::applyEditing() {
    const bool isFixed = m_editing == Editing::ReadOnly;
    for (const Section& section : std::as_const(m_sections)) {
        section.edit->setReadOnly(isFixed);
    }
    for (QLineEdit* edit : std::as_const(m_riskEdits)) {
        edit->setReadOnly(isFixed);
    }
    m_ideation->setEnabled(!isFixed);
}

QPlainTextEdit* NoteEditor::sectionEdit(const QString& id) const {
    for (const Section& section : m_sections) {
        if (section.id == id) {
            return section.edit;
        }
    }
    return nullptr;
}

QLineEdit* NoteEditor::riskEdit(const QString& id) const {
    static const QStringList kLines = {QStringLiteral("risk-plan"), QStringLiteral("risk-intent"),
                                       QStringLiteral("risk-means"), QStringLiteral("risk-protective"),
                                       QStringLiteral("risk-action")};
    return m_riskEdits.value(kLines.indexOf(id), nullptr);
}

} // namespace kairos::ui
