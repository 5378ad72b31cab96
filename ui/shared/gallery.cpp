// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/gallery.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/form.h"
#include "ui/shared/gallery_parts.h"
#include "ui/shared/number_field.h"
#include "ui/shared/progress_line.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/tab_bar.h"
#include "ui/shared/text_label.h"
#include "ui/shared/undo_bar.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

class GalleryText {
    Q_DECLARE_TR_FUNCTIONS(gallery)
};

QHBoxLayout* galleryRow(const QList<QWidget*>& widgets, int gap = 8) {
    auto* layout = new QHBoxLayout;
    layout->setSpacing(px(gap));
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    return layout;
}

Card* typeCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Type, in points"), CardContent::Padded, parent);
    QVBoxLayout& body = card->body();
    body.setSpacing(px(2));
    body.addWidget(new TextLabel(GalleryText::tr("17 Page title"), TextRole::PageTitle));
    body.addWidget(new TextLabel(GalleryText::tr("15 Patient name"), TextRole::PatientName));
    body.addWidget(new TextLabel(GalleryText::tr("11 Section"), TextRole::Section));
    body.addWidget(new TextLabel(GalleryText::tr("10 Body, 142/88 96 72"), TextRole::Body));
    body.addWidget(
        new TextLabel(GalleryText::tr("9 Caption and axis, never smaller"), TextRole::Caption, Token::Text3));
    return card;
}

Card* buttonCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Buttons"), CardContent::Padded, parent);
    auto* off = makeButton({.text = GalleryText::tr("Disabled")});
    setButtonBlockedBy(*off, GalleryText::tr("says why it is off"));
    card->body().addLayout(galleryRow(
        {makeButton({.text = GalleryText::tr("Sign"),
                     .kind = ButtonKind::Primary,
                     .icon = Icon::Signed,
                     .key = QKeySequence(Qt::CTRL | Qt::Key_S)}),
         makeButton({.text = GalleryText::tr("Revise"), .icon = Icon::Draft}),
         makeButton(
             {.text = GalleryText::tr("Stop infusion"), .kind = ButtonKind::Danger, .icon = Icon::Stop})}));
    card->body().addLayout(
        galleryRow({off, makeButton({.text = GalleryText::tr("Open"), .kind = ButtonKind::Quiet}),
                    new TextLabel(off->toolTip(), TextRole::Caption, Token::Text3)}));
    return card;
}

Card* chipCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Status: shape, word, colour"), CardContent::Padded, parent);
    QList<QWidget*> first;
    QList<QWidget*> second;
    for (int i = 0; i < kChipKindCount; ++i) {
        const auto kind = static_cast<ChipKind>(i);
        (i < 5 ? first : second).append(new StatusChip({kind, chipWord(kind), GalleryText::tr("a sample")}));
    }
    card->body().addLayout(galleryRow(first));
    card->body().addLayout(galleryRow(second));
    return card;
}

Card* fieldCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Fields"), CardContent::Padded, parent);
    auto* section = new FormSection;
    auto* weightEdit = new NumberField(GalleryText::tr("kg"));
    weightEdit->setValue(68.4);
    auto* weight = new Field(GalleryText::tr("Weight, kg"), weightEdit);
    weight->setHelp(GalleryText::tr("last 68.9 on 12 Oct"));
    auto* escort = new Field(GalleryText::tr("Escort"), new QLineEdit);
    escort->setRequired(GalleryText::tr("Name who takes her home"));
    escort->validate();
    section->addPair(weight, escort);
    card->body().addWidget(section);
    return card;
}

Card* progressCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Progress, empty, undo"), CardContent::Padded, parent);
    auto* progress = new ProgressLine;
    progress->setProgress(11'420, 18'402,
                          GalleryText::tr("Trial restore: 11 420 of 18 402 entries checked, 8 s left"));
    progress->showNow();
    auto* empty =
        new EmptyState(Icon::Rating, GalleryText::tr("No rating yet"), GalleryText::tr("Baseline first."));
    empty->setAction(makeButton({.text = GalleryText::tr("Add rating"), .icon = Icon::Plus}));
    auto* undo = new UndoBar;
    card->body().addWidget(progress);
    card->body().addWidget(empty);
    card->body().addWidget(undo);
    card->body().addStretch();
    undo->offer(GalleryText::tr("Step moved to Thu 5 Nov."));
    return card;
}

Card* dialogCard(QWidget* parent) {
    auto* card = new Card(GalleryText::tr("Dialog"), CardContent::Padded, parent);
    card->body().addWidget(new TextLabel(GalleryText::tr("Sign plan revision 3?"), TextRole::Strong));
    card->body().addWidget(
        makeParagraph(GalleryText::tr("Signed content is fixed; later changes are addenda."), TextRole::Body,
                      Token::Text2));
    auto* leave = makeButton({.text = GalleryText::tr("Not yet")});
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    auto* sign = makeButton({.text = GalleryText::tr("Sign"), .kind = ButtonKind::Primary});
    setButtonKeyCap(*sign, QKeySequence(Qt::Key_Return));
    auto* buttons = galleryRow({});
    buttons->addWidget(leave);
    buttons->addWidget(sign);
    card->body().addLayout(buttons);
    card->body().addStretch();
    return card;
}

Card* sampleCard(const QString& title, QWidget* sample, QWidget* parent) {
    auto* card = new Card(title, CardContent::Padded, parent);
    card->body().addWidget(sample);
    return card;
}

QVBoxLayout* column(const QList<QWidget*>& cards) {
    auto* layout = new QVBoxLayout;
    layout->setSpacing(px(8));
    for (QWidget* card : cards) {
        layout->addWidget(card);
    }
    layout->addStretch();
    return layout;
}

} // namespace

QWidget* makeComponentsPage(QWidget* parent) {
    using Level = base::FindingLevel;
    auto* page = new QWidget(parent);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(px(16), px(8), px(16), px(8));
    columns->setSpacing(px(12));
    columns->addLayout(
        column({typeCard(page), buttonCard(page), chipCard(page), fieldCard(page), progressCard(page)}), 1);
    columns->addLayout(
        column({sampleCard(GalleryText::tr("Series: colour, marker, dash"), makeSeriesSample(page), page),
                sampleCard(GalleryText::tr("Bands and glyphs"), makeBandsSample(page), page),
                new Banner({Level::Information, GalleryText::tr("Restored from draft"),
                            GalleryText::tr("The note was open when the power went. Nothing is lost."),
                            GalleryText::tr("Draft of 09:12:44")}),
                new Banner({Level::Caution, GalleryText::tr("Repeat BP in 10 to 15 min"),
                            GalleryText::tr("146/92 is above 140/90. The clinician decides."),
                            GalleryText::tr("Spravato label, a guide, not a limit (H)")}),
                new Banner({Level::Stop, GalleryText::tr("Do not dose: BP 184/112"),
                            GalleryText::tr("Medical review. Override asks who and why and is printed."),
                            GalleryText::tr("Local default, limit 180/110")}),
                dialogCard(page)}),
        1);
    QList<QWidget*> last;
    for (const auto theme : {ThemeId::Light, ThemeId::Dark, ThemeId::Dim}) {
        last.append(makeThemeSample(static_cast<int>(theme), page));
    }
    last.append(sampleCard(GalleryText::tr("Icons, 24 grid, 1.75 stroke"), makeIconSample(page), page));
    columns->addLayout(column(last), 1);
    return page;
}

QWidget* makeGallery(QWidget* parent) {
    auto* gallery = new QWidget(parent);
    auto* layout = new QVBoxLayout(gallery);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QTabBar* tabs = makeTabBar({GalleryText::tr("Components"), GalleryText::tr("Tables and forms")}, gallery);
    auto* pages = new QStackedWidget(gallery);
    pages->addWidget(makeComponentsPage(pages));
    pages->addWidget(makeTablesPage(pages));
    layout->addWidget(tabs);
    layout->addWidget(pages, 1);
    QObject::connect(tabs, &QTabBar::currentChanged, pages, &QStackedWidget::setCurrentIndex);
    gallery->setWindowTitle(GalleryText::tr("Kairos: the look"));
    return gallery;
}

} // namespace kairos::ui
