internal import CLibGD

/// Draws pictures anew, so that nothing of the file that came is left but what can be seen: no place, no time, no camera, no comment.
///
/// A file that was made to do harm is decoded here. A server has it done by `PictureProcess`.
package enum Darkroom {
    /// The longer side at most, in points.
    package static let longestSide = 2000
    package static let longestSmallSide = 320
    /// What is larger than this is drawn again with less detail.
    static let mostBytes = 5 * 1024 * 1024

    package static func draw(_ bytes: [UInt8]) throws(PictureProblem) -> DrawnPicture {
        guard let header = PictureHeader(bytes) else { throw .unreadable }
        guard header.isDrawable else { throw .tooManyPoints }
        gd_shim_keep_quiet()
        guard let source = decoded(bytes, header.format) else { throw .unreadable }
        let large = fitted(source, longestSide)
        gdImageDestroy(source)
        guard let large else { throw .unreadable }
        let isTurned = header.format != .heic && header.orientation > 1
        let turned = isTurned ? gd_shim_turned(large, Int32(header.orientation)) : large
        if isTurned { gdImageDestroy(large) }
        guard let turned else { throw .unreadable }
        defer { gdImageDestroy(turned) }
        guard let small = fitted(turned, longestSmallSide) else { throw .unreadable }
        defer { gdImageDestroy(small) }
        guard
            let content = [85, 70, 50].lazy.compactMap({ encoded(turned, $0) }).first(where: { $0.count <= mostBytes }),
            let preview = encoded(small, 75)
        else { throw .unreadable }
        return DrawnPicture(
            content: content, small: preview, smallWidth: Int(small.pointee.sx), smallHeight: Int(small.pointee.sy))
    }

    private static func decoded(_ bytes: [UInt8], _ format: PictureHeader.Format) -> gdImagePtr? {
        var bytes = bytes
        guard let size = Int32(exactly: bytes.count) else { return nil }
        let image = bytes.withUnsafeMutableBytes { bytes in
            switch format {
            case .jpeg: gdImageCreateFromJpegPtrEx(size, bytes.baseAddress, 1)
            case .png: gdImageCreateFromPngPtr(size, bytes.baseAddress)
            case .webp: gdImageCreateFromWebpPtr(size, bytes.baseAddress)
            case .heic: gdImageCreateFromHeifPtr(size, bytes.baseAddress)
            }
        }
        guard let image, image.pointee.sx > 0, image.pointee.sy > 0 else { return nil }
        return image
    }

    /// A new picture of true colours on white, not larger than the side allows.
    private static func fitted(_ image: gdImagePtr, _ longest: Int) -> gdImagePtr? {
        let (width, height) = (Int(image.pointee.sx), Int(image.pointee.sy))
        let longer = max(width, height)
        let newWidth = longer > longest ? max(1, width * longest / longer) : width
        let newHeight = longer > longest ? max(1, height * longest / longer) : height
        guard let made = gdImageCreateTrueColor(Int32(newWidth), Int32(newHeight)) else { return nil }
        gdImageFilledRectangle(made, 0, 0, Int32(newWidth - 1), Int32(newHeight - 1), 0xFF_FFFF)
        gdImageAlphaBlending(made, 1)
        gdImageCopyResampled(
            made, image, 0, 0, 0, 0, Int32(newWidth), Int32(newHeight), image.pointee.sx, image.pointee.sy)
        return made
    }

    private static func encoded(_ image: gdImagePtr, _ quality: Int32) -> [UInt8]? {
        var size: Int32 = 0
        guard let made = gdImageJpegPtr(image, &size, quality) else { return nil }
        defer { gdFree(made) }
        guard size > 0 else { return nil }
        return JPEGFile.plain(Array(UnsafeRawBufferPointer(start: made, count: Int(size))))
    }
}
