/// A picture as it was drawn anew: two JPEG files without anything but the picture.
package struct DrawnPicture: Sendable, Equatable {
    package let content: [UInt8]
    /// For a list.
    package let small: [UInt8]
    /// Of the small one, in points.
    package let smallWidth: Int
    package let smallHeight: Int

    package init(content: [UInt8], small: [UInt8], smallWidth: Int, smallHeight: Int) {
        self.content = content
        self.small = small
        self.smallWidth = smallWidth
        self.smallHeight = smallHeight
    }
}

/// Why a picture was not drawn anew.
package enum PictureProblem: Error, Sendable, Equatable {
    /// It cannot be decoded, or not within the memory and the time that it may take.
    case unreadable
    /// It declares more points than are decoded.
    case tooManyPoints
}
