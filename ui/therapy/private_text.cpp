// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/private_text.h"

#include "ui/shared/type_scale.h"

#include "core/security/secret_bytes.h"

#include <QMimeData>
#include <QTextDocumentFragment>

namespace kairos::ui {
namespace {

/// Says that something was cut here, without what it was.
const QString kMark = QStringLiteral("application/x-kairos-private");

} // namespace

PrivateText::PrivateText(QWidget* parent) : QPlainTextEdit(parent) {
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(px(10));
}

PrivateText::~PrivateText() {
    security::wipe(m_cut);
}

void PrivateText::forget() {
    clear();
    document()->clearUndoRedoStacks();
    security::wipe(m_cut);
}

QMimeData* PrivateText::createMimeDataFromSelection() const {
    m_cut = textCursor().selection().toPlainText();
    auto* mark = new QMimeData;
    mark->setData(kMark, QByteArray("1"));
    return mark;
}

bool PrivateText::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasFormat(kMark) ? !m_cut.isEmpty() : source->hasText();
}

void PrivateText::insertFromMimeData(const QMimeData* source) {
    if (source->hasFormat(kMark)) {
        textCursor().insertText(m_cut);
    } else if (source->hasText()) {
        textCursor().insertText(source->text());
    }
}

} // namespace kairos::ui
