/// Why a file was not taken, or not passed for the panel.
package enum EvidenceRefusal: Refusal, Equatable {
    case empty
    case tooLarge
    case unknownKind
    case unreadable
    case tooManyPoints
    case tooMany
    case ownFile
    case passedAlready
    case namesThem

    package var code: String {
        switch self {
        case .empty: "empty_file"
        case .tooLarge: "file_too_large"
        case .unknownKind: "unknown_kind_of_file"
        case .unreadable: "unreadable_picture"
        case .tooManyPoints: "too_many_points"
        case .tooMany: "too_many_files"
        case .ownFile: "own_file"
        case .passedAlready: "passed_already"
        case .namesThem: "caption_names_them"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .empty, .tooLarge, .unknownKind, .unreadable, .tooManyPoints, .namesThem: .unprocessable
        default: .conflict
        }
    }

    package var message: String {
        switch self {
        case .empty: "Choose a file that is not empty."
        case .tooLarge: "This file is larger than 5 MB. Make it smaller, then choose it again."
        case .unknownKind:
            "Choose a picture (JPEG, PNG, WebP or HEIC) or a PDF. Save another kind of document as a PDF first."
        case .unreadable: "This picture cannot be opened. Open it yourself, save it anew as a JPEG, and choose that."
        case .tooManyPoints:
            "This picture has more points than can be opened here. Make it 8,000 by 6,000 points or smaller, then choose it again."
        case .tooMany: "A nomination has \(EvidenceFile.most) files at most. Remove one first; nothing was added."
        case .ownFile: "You added this file, so somebody else passes it for the panel. Nothing was changed."
        case .passedAlready: "You have passed this file already. A second person does so, as themselves."
        case .namesThem:
            "What is written below the file holds a part of the young person's own name. Ask whoever nominated to add it with other words."
        }
    }
}
