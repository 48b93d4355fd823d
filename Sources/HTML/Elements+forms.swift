/// Elements of forms that need nothing to be well formed.
package enum FormsNames {
    package enum Fieldset: PlainElementName { package static var tags: Tags { Tags("<fieldset", "</fieldset>") } }
    package enum Legend: PlainElementName { package static var tags: Tags { Tags("<legend", "</legend>") } }
}

package typealias Fieldset = Element<FormsNames.Fieldset>
package typealias Legend = Element<FormsNames.Legend>

package enum FormName: ElementName { package static var tags: Tags { Tags("<form", "</form>") } }
package typealias Form = Element<FormName>

/// How a form is sent: `get` for questions, `post` for changes.
package enum FormMethod: Sendable {
    case get, post

    var attribute: Attribute {
        switch self {
        case .get: Attribute(" method=\"", fixed: "get")
        case .post: Attribute(" method=\"", fixed: "post")
        }
    }
}

extension Element where Name == FormName {
    package init(
        _ method: FormMethod, to action: WebAddress, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
    ) {
        self.init(made: [method.attribute, .action(action)] + attributes, content: content())
    }
}

package enum LabelName: ElementName { package static var tags: Tags { Tags("<label", "</label>") } }
/// The words for the control with the id `for`.
package typealias Label = Element<LabelName>

extension Element where Name == LabelName {
    package init(for id: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [Attribute(" for=\"", id)] + attributes, content: content())
    }

    package init(_ text: String, for id: String, _ attributes: Attribute...) {
        self.init(made: [Attribute(" for=\"", id)] + attributes, text: text)
    }
}

package enum ButtonName: ElementName { package static var tags: Tags { Tags("<button", "</button>") } }
package typealias Button = Element<ButtonName>

/// What a button does: it sends its form, or only what the script gives it to do.
package enum ButtonKind: Sendable {
    case submit, button

    var attribute: Attribute {
        switch self {
        case .submit: Attribute(" type=\"", fixed: "submit")
        case .button: Attribute(" type=\"", fixed: "button")
        }
    }
}

extension Element where Name == ButtonName {
    package init(_ kind: ButtonKind, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [kind.attribute] + attributes, content: content())
    }

    package init(_ kind: ButtonKind, _ text: String, _ attributes: Attribute...) {
        self.init(made: [kind.attribute] + attributes, text: text)
    }
}

package enum OutputName: ElementName { package static var tags: Tags { Tags("<output", "</output>") } }
/// The result of what somebody did to the controls with the ids `for`.
package typealias Output = Element<OutputName>

extension Element where Name == OutputName {
    package init(for ids: String, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup) {
        self.init(made: [Attribute(" for=\"", ids)] + attributes, content: content())
    }
}

package enum ProgressName: ElementName { package static var tags: Tags { Tags("<progress", "</progress>") } }
/// How far something has come. It needs a name, so it asks for one.
package typealias Progress = Element<ProgressName>

extension Element where Name == ProgressName {
    package init(_ value: Int, of whole: Int, label: String, _ attributes: Attribute...) {
        let own: [Attribute] = [.value(value), .max(whole), .aria(.label, label)]
        self.init(made: own + attributes, text: "\(value) of \(whole)")
    }
}
