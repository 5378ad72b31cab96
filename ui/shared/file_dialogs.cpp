// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/file_dialogs.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTimer>

namespace kairos::ui {
namespace {

QFileDialog* makeDialog(const FileQuestion& question, QWidget& parent, FileDialogs::Chosen chosen) {
    auto* dialog = new QFileDialog(&parent, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!question.filters.isEmpty()) {
        dialog->setNameFilters(question.filters);
    }
    const QFileInfo start(question.start);
    if (start.isDir()) {
        dialog->setDirectory(question.start);
    } else if (!question.start.isEmpty()) {
        dialog->setDirectory(start.absolutePath());
        dialog->selectFile(start.fileName());
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, &parent,
                     [chosen = std::move(chosen), holder = &parent](const QString& path) {
                         // The file dialog says so while it is still there: a dialog that opened now would
                         // lose the keyboard when the window manager gives it back to the window.
                         QTimer::singleShot(0, holder,
                                            [chosen, path] { chosen(QFileInfo(path).absoluteFilePath()); });
                     });
    return dialog;
}

} // namespace

void SystemFileDialogs::askOpen(const FileQuestion& question, QWidget& parent, Chosen chosen) {
    QFileDialog* dialog = makeDialog(question, parent, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->open();
}

void SystemFileDialogs::askSave(const FileQuestion& question, QWidget& parent, Chosen chosen) {
    QFileDialog* dialog = makeDialog(question, parent, std::move(chosen));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(question.suffix);
    dialog->open();
}

void SystemFileDialogs::askFolder(const FileQuestion& question, QWidget& parent, Chosen chosen) {
    QFileDialog* dialog = makeDialog(question, parent, std::move(chosen));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->open();
}

} // namespace kairos::ui
