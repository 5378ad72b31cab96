// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheets_tab.h"

#include "ui/therapy/sheet_list.h"
#include "ui/therapy/sheet_writer.h"

#include "ui/shared/type_scale.h"

#include "core/therapy/sheet_forms.h"

#include <QComboBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kairos::ui {

SheetsTab::SheetsTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent),
      m_patient(patient),
      m_context(context),
      m_stack(new QStackedWidget(this)),
      m_list(new SheetList(patient, context, m_stack)),
      m_writer(new SheetWriter(context, m_stack)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_writer);
    column->addWidget(m_stack, 1);
    const auto print = [this](const record::TherapySheetId& sheet) {
        m_context.navigator.open(TherapySheetPlace{m_patient, sheet});
    };
    connect(m_list, &SheetList::opened, this, &SheetsTab::open);
    connect(m_list, &SheetList::printRequested, this, print);
    connect(m_writer, &SheetWriter::closed, this, &SheetsTab::backToList);
    connect(m_writer, &SheetWriter::saved, this, &SheetsTab::backToList);
    connect(m_writer, &SheetWriter::printRequested, this, [this, print](const record::TherapySheetId& sheet) {
        backToList();
        print(sheet);
    });
    connect(m_writer, &SheetWriter::draftKept, this, &Page::draftKept);
    connect(m_writer, &SheetWriter::draftSettled, this, &Page::draftSettled);
    setFocusProxy(m_list);
    refresh();
}

QString SheetsTab::title() const {
    return tr("Sheets");
}

QWidget* SheetsTab::shown() const {
    return m_stack->currentWidget();
}

void SheetsTab::refresh() {
    m_list->refresh();
}

bool SheetsTab::mayLeave() {
    return shown() != m_writer || m_writer->keepDraft();
}

void SheetsTab::showPart(const QString& part) {
    // What is being written stays where it is when it cannot be kept.
    if (!mayLeave()) {
        return;
    }
    if (const auto sheet = m_list->find(part); sheet && therapy::SheetForms::builtIn().find(sheet->form)) {
        open(*sheet);
    } else if (therapy::SheetForms::builtIn().find(part) != nullptr) {
        m_list->begin(part);
    } else {
        const auto id = base::Uuid::fromString(part);
        m_list->setSession(id ? std::optional(record::SessionId{*id}) : std::nullopt);
        if (m_list->session() && shown() == m_list) {
            m_list->formBox().setFocus(Qt::OtherFocusReason);
        }
    }
}

void SheetsTab::open(const record::TherapySheet& sheet) {
    m_stack->setCurrentWidget(m_writer);
    m_writer->begin(sheet);
    setFocusProxy(m_writer);
}

void SheetsTab::backToList() {
    m_stack->setCurrentWidget(m_list);
    setFocusProxy(m_list);
    m_list->refresh();
    m_list->setFocus();
}

QList<KeyHint> SheetsTab::keyHints() const {
    if (shown() == m_writer) {
        return m_writer->keyHints();
    }
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_N)), tr("fill the chosen sheet")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the chosen sheet")},
            {keyText(QKeySequence(QKeySequence::Print)), tr("see how it prints")},
            {keyText(QKeySequence(Qt::Key_Delete)), tr("mark it as an error")}};
}

} // namespace kairos::ui
