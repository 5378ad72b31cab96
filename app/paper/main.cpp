// SPDX-License-Identifier: GPL-3.0-or-later
/// Draws one page of a PDF: the file comes in on standard input, the picture goes out on standard output, and
/// nothing is written anywhere else. A program of its own, so that what reads a foreign file is loaded only
/// while a PDF is looked at, has no key and no practice in its memory, and takes nothing down with it when it
/// fails.
///
///     kairos-paper PAGE MOST-DOTS      PAGE counts from 1
///
/// Standard output: "pages N width W height H damaged D blank B\n", then W * H * 4 bytes of 32-bit ARGB in
/// the order of the machine. D is 1 where a part of the page could not be read, B where all of it is of one
/// colour. Exit: 0 done, 2 usage, 3 no PDF that can be read, 4 under a password, 5 no such page, or it cannot
/// be drawn.
#include "app/paper/limits.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace {

enum Exit { Done = 0, Usage = 2, Unreadable = 3, Locked = 4, NotDrawn = 5 };

constexpr double kPointsPerInch = 72;
constexpr double kWantedDpi = 200;

/// Whatever the library complains of, e.g. an object that is not there or a font it does not have, is a page
/// that may not look as it was written.
void noteDamage(const std::string&, void* damaged) {
    *static_cast<bool*>(damaged) = true;
}

std::vector<char> standardInput() {
    std::vector<char> bytes;
    char piece[1 << 16];
    for (size_t count = 0; (count = std::fread(piece, 1, sizeof piece, stdin)) > 0;) {
        bytes.insert(bytes.end(), piece, piece + count);
    }
    return bytes;
}

/// As fine as a print, or as coarse as the dots allow.
double dpiOf(const poppler::page& page, double mostDots) {
    const poppler::rectf size = page.page_rect();
    const double squareInches = size.width() * size.height() / (kPointsPerInch * kPointsPerInch);
    return squareInches > 0 ? std::min(kWantedDpi, std::floor(std::sqrt(mostDots / squareInches))) : 0;
}

/// All of one colour. Packed content that is damaged may leave a page blank without a complaint.
bool isBlank(const poppler::image& image) {
    const auto row = static_cast<size_t>(image.width()) * 4;
    const char* first = image.const_data();
    for (int y = 0; y < image.height(); ++y) {
        const char* line = first + static_cast<ptrdiff_t>(y) * image.bytes_per_row();
        if (std::memcmp(line, first, 4) != 0 || std::memcmp(line, line + 4, row - 4) != 0) {
            return false;
        }
    }
    return true;
}

bool writeOut(const poppler::image& image, int pages, bool isDamaged) {
    std::printf("pages %d width %d height %d damaged %d blank %d\n", pages, image.width(), image.height(),
                isDamaged ? 1 : 0, isBlank(image) ? 1 : 0);
    const auto row = static_cast<size_t>(image.width()) * 4;
    for (int y = 0; y < image.height(); ++y) {
        const char* from = image.const_data() + static_cast<ptrdiff_t>(y) * image.bytes_per_row();
        if (std::fwrite(from, 1, row, stdout) != row) {
            return false;
        }
    }
    return std::fflush(stdout) == 0;
}

int draw(const std::vector<char>& pdf, int number, double mostDots) {
    bool isDamaged = false;
    poppler::set_debug_error_function(noteDamage, &isDamaged);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document) {
        return Unreadable;
    }
    if (document->is_locked()) {
        return Locked;
    }
    const std::unique_ptr<poppler::page> page(number <= document->pages() ? document->create_page(number - 1)
                                                                          : nullptr);
    const double dpi = page ? dpiOf(*page, mostDots) : 0;
    if (dpi < 1) { // Narrow beyond sense, or no page.
        return NotDrawn;
    }
    poppler::page_renderer renderer;
    renderer.set_render_hints(poppler::page_renderer::antialiasing |
                              poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_argb32);
    const poppler::image image = renderer.render_page(page.get(), dpi, dpi);
    if (!image.is_valid() || !writeOut(image, document->pages(), isDamaged)) {
        return NotDrawn;
    }
    return Done;
}

} // namespace

int main(int argc, char* argv[]) {
    const int page = argc == 3 ? std::atoi(argv[1]) : 0;
    const double mostDots = argc == 3 ? std::atof(argv[2]) : 0;
    if (page < 1 || mostDots < 1) {
        return Usage;
    }
    kairos::paper::limitThisProcess();
    const std::vector<char> pdf = standardInput();
    return pdf.empty() ? Unreadable : draw(pdf, page, mostDots);
}
