from django import template

from cms.pages.bilingual.language import SOURCE, content_language

register = template.Library()


class ContentLanguageNode(template.Node):
    def __init__(self, code, nodelist):
        self.code, self.nodelist = code, nodelist

    def render(self, context):
        with content_language(self.code.resolve(context) or SOURCE):
            return self.nodelist.render(context)


@register.tag
def contentlang(parser, token):
    """{% contentlang shown_language %}...{% endcontentlang %}: read every field inside in that language."""
    _name, code = token.split_contents()
    nodelist = parser.parse(("endcontentlang",))
    parser.delete_first_token()
    return ContentLanguageNode(parser.compile_filter(code), nodelist)
