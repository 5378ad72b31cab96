// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QtGlobal>

#include <functional>

class QWidget;

namespace kairos::ui {

/// What a file is asked for.
struct FileQuestion {
    QString title;            ///< "Where should the backup go?"
    QString start = {};       ///< a folder or a proposed file; empty for the last place
    QStringList filters = {}; ///< "Kairos practice (*.kairos)"; all files when empty
    QString suffix = {};      ///< added to a new file's name that has none, without the dot
};

/// The seam for choosing files: the program shows the system's dialog, tests answer.
/// `chosen` runs with an absolute path; nothing runs when the person leaves.
class FileDialogs {
public:
    using Chosen = std::function<void(const QString& path)>;

    FileDialogs() = default;
    virtual ~FileDialogs() = default;
    Q_DISABLE_COPY_MOVE(FileDialogs)

    virtual void askOpen(const FileQuestion& question, QWidget& parent, Chosen chosen) = 0;
    virtual void askSave(const FileQuestion& question, QWidget& parent, Chosen chosen) = 0;
    virtual void askFolder(const FileQuestion& question, QWidget& parent, Chosen chosen) = 0;
};

/// The system's own dialogs.
class SystemFileDialogs final : public FileDialogs {
public:
    void askOpen(const FileQuestion& question, QWidget& parent, Chosen chosen) override;
    void askSave(const FileQuestion& question, QWidget& parent, Chosen chosen) override;
    void askFolder(const FileQuestion& question, QWidget& parent, Chosen chosen) override;
};

} // namespace kairos::ui
