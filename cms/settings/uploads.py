"""What may be uploaded, how large, and how it is handed out again (docs/features/uploads.md)."""

from .environment import VAR_DIR, env

MEGABYTE = 1024 * 1024
UPLOAD_LIMITS = {
    "document": env.int("UPLOAD_DOCUMENT_MB", default=20) * MEGABYTE,
    "picture": env.int("UPLOAD_PICTURE_MB", default=10) * MEGABYTE,
    "audio": env.int("UPLOAD_AUDIO_MB", default=50) * MEGABYTE,
    "video": env.int("UPLOAD_VIDEO_MB", default=100) * MEGABYTE,
}
UPLOAD_REQUEST_BYTES = max(UPLOAD_LIMITS.values()) + MEGABYTE  # a proxy in front should stop at the same size
FILE_UPLOAD_HANDLERS = [
    "cms.pages.media.handlers.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = UPLOAD_LIMITS["picture"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "gif"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = UPLOAD_LIMITS["video"]
# fmt: off
WAGTAILDOCS_EXTENSIONS = [
    "pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "ppsx", "pps", "odt", "ods", "odp", "txt", "csv",
    "mp3", "m4a", "ogg", "wav", "mp4", "webm",
]
# fmt: on
WAGTAILDOCS_CONTENT_TYPES = {  # the same on every machine
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "txt": "text/plain",
    "csv": "text/csv",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "webm": "video/webm",
}
WAGTAILDOCS_INLINE_CONTENT_TYPES = [  # everything else is saved, not opened
    "application/pdf",
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/wav",
    "video/mp4",
    "video/webm",
]
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.pages.media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.pages.media.forms.FileForm"

# Files of citizens' questions: never below MEDIA_ROOT, never served by a proxy, opened by views that ask who reads.
PRIVATE_STORAGE = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": env("CASE_FILES_ROOT", default=str(VAR_DIR / "cases")), "base_url": None},
}
