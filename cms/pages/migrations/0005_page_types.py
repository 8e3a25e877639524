
import cms.pages.fields
import cms.pages.media.models
import django.core.validators
import django.db.models.deletion
import django.db.models.manager
import modelcluster.fields
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0004_portal_of_a_page'),
        ('tenants', '0002_portals'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(blank=True, help_text='Một hai câu nói điều quan trọng nhất; tối đa 500 ký tự.', max_length=500, verbose_name='Tóm tắt')),
                ('lead_vi', models.TextField(blank=True, help_text='Một hai câu nói điều quan trọng nhất; tối đa 500 ký tự.', max_length=500, null=True, verbose_name='Tóm tắt')),
                ('lead_en', models.TextField(blank=True, help_text='Một hai câu nói điều quan trọng nhất; tối đa 500 ký tự.', max_length=500, null=True, verbose_name='Tóm tắt')),
                ('body', cms.pages.fields.BodyField([], verbose_name='Nội dung')),
                ('body_vi', cms.pages.fields.BodyField([], null=True, verbose_name='Nội dung')),
                ('body_en', cms.pages.fields.BodyField([], null=True, verbose_name='Nội dung')),
                ('picture_alt', models.CharField(blank=True, help_text='Cho người không nhìn thấy ảnh: trong ảnh có gì?', max_length=250, verbose_name='Mô tả ảnh')),
                ('picture_alt_vi', models.CharField(blank=True, help_text='Cho người không nhìn thấy ảnh: trong ảnh có gì?', max_length=250, null=True, verbose_name='Mô tả ảnh')),
                ('picture_alt_en', models.CharField(blank=True, help_text='Cho người không nhìn thấy ảnh: trong ảnh có gì?', max_length=250, null=True, verbose_name='Mô tả ảnh')),
                ('picture_caption', models.CharField(blank=True, max_length=250, verbose_name='Chú thích ảnh')),
                ('picture_caption_vi', models.CharField(blank=True, max_length=250, null=True, verbose_name='Chú thích ảnh')),
                ('picture_caption_en', models.CharField(blank=True, max_length=250, null=True, verbose_name='Chú thích ảnh')),
                ('source', models.CharField(blank=True, help_text='Để trống nếu là tin của đơn vị. Ví dụ: Báo Lào Cai.', max_length=200, verbose_name='Nguồn')),
                ('author', models.CharField(blank=True, help_text='Ví dụ: Ban biên tập.', max_length=200, verbose_name='Tác giả')),
            ],
            options={
                'verbose_name': 'tin bài',
                'verbose_name_plural': 'tin bài',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='ChiefApprovalTask',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
            ],
            options={
                'verbose_name': 'Trưởng ban biên tập duyệt',
                'verbose_name_plural': 'Trưởng ban biên tập duyệt',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.CreateModel(
            name='ContactPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('address', models.CharField(blank=True, max_length=255, verbose_name='Địa chỉ')),
                ('address_vi', models.CharField(blank=True, max_length=255, null=True, verbose_name='Địa chỉ')),
                ('address_en', models.CharField(blank=True, max_length=255, null=True, verbose_name='Địa chỉ')),
                ('phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Điện thoại')),
                ('fax', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Fax')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử')),
                ('hours', models.CharField(blank=True, help_text='Ví dụ: thứ Hai đến thứ Sáu, 7:30-11:30 và 13:30-17:00.', max_length=255, verbose_name='Giờ làm việc')),
                ('hours_vi', models.CharField(blank=True, help_text='Ví dụ: thứ Hai đến thứ Sáu, 7:30-11:30 và 13:30-17:00.', max_length=255, null=True, verbose_name='Giờ làm việc')),
                ('hours_en', models.CharField(blank=True, help_text='Ví dụ: thứ Hai đến thứ Sáu, 7:30-11:30 và 13:30-17:00.', max_length=255, null=True, verbose_name='Giờ làm việc')),
                ('map_url', models.URLField(blank=True, verbose_name='Liên kết bản đồ')),
                ('responsible_name', models.CharField(blank=True, max_length=120, verbose_name='Người chịu trách nhiệm')),
                ('responsible_title', models.CharField(blank=True, max_length=160, verbose_name='Chức vụ')),
                ('responsible_title_vi', models.CharField(blank=True, max_length=160, null=True, verbose_name='Chức vụ')),
                ('responsible_title_en', models.CharField(blank=True, max_length=160, null=True, verbose_name='Chức vụ')),
                ('editorial_board', models.CharField(blank=True, max_length=255, verbose_name='Ban biên tập')),
                ('licence', models.CharField(blank=True, help_text='Để trống nếu không có.', max_length=255, verbose_name='Giấy phép hoặc quy định sử dụng lại')),
                ('licence_vi', models.CharField(blank=True, help_text='Để trống nếu không có.', max_length=255, null=True, verbose_name='Giấy phép hoặc quy định sử dụng lại')),
                ('licence_en', models.CharField(blank=True, help_text='Để trống nếu không có.', max_length=255, null=True, verbose_name='Giấy phép hoặc quy định sử dụng lại')),
            ],
            options={
                'verbose_name': 'trang liên hệ',
                'verbose_name_plural': 'trang liên hệ',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='DirectoryPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'danh bạ',
                'verbose_name_plural': 'danh bạ',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='DocumentIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'chuyên mục văn bản',
                'verbose_name_plural': 'chuyên mục văn bản',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='LeadersPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'trang lãnh đạo',
                'verbose_name_plural': 'trang lãnh đạo',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='NewsIndexPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name': 'chuyên mục tin tức',
                'verbose_name_plural': 'chuyên mục tin tức',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='SectionPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('body', cms.pages.fields.BodyField([], blank=True, verbose_name='Nội dung')),
                ('body_vi', cms.pages.fields.BodyField([], blank=True, null=True, verbose_name='Nội dung')),
                ('body_en', cms.pages.fields.BodyField([], blank=True, null=True, verbose_name='Nội dung')),
            ],
            options={
                'verbose_name': 'chuyên mục',
                'verbose_name_plural': 'chuyên mục',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='StaticPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('body', cms.pages.fields.BodyField([], verbose_name='Nội dung')),
                ('body_vi', cms.pages.fields.BodyField([], null=True, verbose_name='Nội dung')),
                ('body_en', cms.pages.fields.BodyField([], null=True, verbose_name='Nội dung')),
            ],
            options={
                'verbose_name': 'trang nội dung',
                'verbose_name_plural': 'trang nội dung',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='LegalDocumentPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('form', models.CharField(blank=True, choices=[('luat', 'Luật'), ('nghi-dinh', 'Nghị định'), ('thong-tu', 'Thông tư'), ('nghi-quyet', 'Nghị quyết'), ('quyet-dinh', 'Quyết định'), ('chi-thi', 'Chỉ thị'), ('quy-che', 'Quy chế, quy định'), ('ke-hoach', 'Kế hoạch, chương trình'), ('bao-cao', 'Báo cáo'), ('thong-bao', 'Thông báo'), ('huong-dan', 'Hướng dẫn'), ('cong-van', 'Công văn'), ('to-trinh', 'Tờ trình'), ('cong-dien', 'Công điện'), ('khac', 'Văn bản khác')], db_index=True, max_length=12, verbose_name='Hình thức văn bản')),
                ('issuer', models.CharField(blank=True, help_text='Ví dụ: Ủy ban nhân dân tỉnh Lào Cai.', max_length=255, verbose_name='Cơ quan ban hành')),
                ('number', models.CharField(blank=True, help_text='Ví dụ: 3098/UBND-BBT.', max_length=60, verbose_name='Số, ký hiệu')),
                ('issue_date', models.DateField(blank=True, null=True, verbose_name='Ngày ban hành')),
                ('issue_precision', models.CharField(choices=[('day', 'Biết rõ ngày'), ('month', 'Chỉ biết tháng'), ('year', 'Chỉ biết năm'), ('unknown', 'Không rõ')], default='unknown', max_length=8, verbose_name='Mức độ biết rõ')),
                ('effective_date', models.DateField(blank=True, null=True, verbose_name='Ngày có hiệu lực')),
                ('effective_precision', models.CharField(choices=[('day', 'Biết rõ ngày'), ('month', 'Chỉ biết tháng'), ('year', 'Chỉ biết năm'), ('unknown', 'Không rõ')], default='unknown', max_length=8, verbose_name='Mức độ biết rõ')),
                ('expiry_date', models.DateField(blank=True, null=True, verbose_name='Ngày hết hiệu lực')),
                ('expiry_precision', models.CharField(choices=[('day', 'Biết rõ ngày'), ('month', 'Chỉ biết tháng'), ('year', 'Chỉ biết năm'), ('unknown', 'Không rõ')], default='unknown', max_length=8, verbose_name='Mức độ biết rõ')),
                ('force', models.CharField(choices=[('in_force', 'Còn hiệu lực'), ('partly', 'Hết hiệu lực một phần'), ('expired', 'Hết hiệu lực'), ('pending', 'Chưa có hiệu lực'), ('unknown', 'Chưa xác định hiệu lực')], db_index=True, default='unknown', max_length=10, verbose_name='Hiệu lực')),
                ('signer', models.CharField(blank=True, max_length=120, verbose_name='Người ký')),
                ('signer_title', models.CharField(blank=True, max_length=160, verbose_name='Chức vụ người ký')),
                ('field', models.CharField(blank=True, help_text='Ví dụ: Thông tin và truyền thông.', max_length=120, verbose_name='Lĩnh vực')),
                ('abstract', models.TextField(blank=True, help_text='Nội dung chính của văn bản trong một hai câu.', verbose_name='Trích yếu')),
                ('abstract_vi', models.TextField(blank=True, help_text='Nội dung chính của văn bản trong một hai câu.', null=True, verbose_name='Trích yếu')),
                ('abstract_en', models.TextField(blank=True, help_text='Nội dung chính của văn bản trong một hai câu.', null=True, verbose_name='Trích yếu')),
                ('recipients', models.TextField(blank=True, help_text='Mỗi nơi nhận một dòng.', verbose_name='Nơi nhận')),
            ],
            options={
                'verbose_name': 'văn bản',
                'verbose_name_plural': 'văn bản',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(models.Q(('issue_precision', 'unknown'), _negated=True), ('issue_date__isnull', False)), models.Q(('issue_date__isnull', True), ('issue_precision', 'unknown')), _connector='OR'), name='document_issue_date_says_how_well_known'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('effective_precision', 'unknown'), _negated=True), ('effective_date__isnull', False)), models.Q(('effective_date__isnull', True), ('effective_precision', 'unknown')), _connector='OR'), name='document_effective_date_says_how_well_known'), models.CheckConstraint(condition=models.Q(models.Q(models.Q(('expiry_precision', 'unknown'), _negated=True), ('expiry_date__isnull', False)), models.Q(('expiry_date__isnull', True), ('expiry_precision', 'unknown')), _connector='OR'), name='document_expiry_date_says_how_well_known')],
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='PortalDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', models.FileField(upload_to=cms.pages.media.models.document_path, verbose_name='Tệp')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('portal', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'tệp',
                'verbose_name_plural': 'tệp',
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='DocumentFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='pages.legaldocumentpage')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pages.portaldocument', verbose_name='Tệp')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ArticleAttachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='pages.articlepage')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pages.portaldocument', verbose_name='Tệp')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PortalImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('title_vi', models.CharField(max_length=255, null=True, verbose_name='title')),
                ('title_en', models.CharField(max_length=255, null=True, verbose_name='title')),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('description', models.CharField(blank=True, default='', max_length=255, verbose_name='description')),
                ('description_vi', models.CharField(blank=True, default='', max_length=255, null=True, verbose_name='description')),
                ('description_en', models.CharField(blank=True, default='', max_length=255, null=True, verbose_name='description')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection', verbose_name='collection')),
                ('portal', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL, verbose_name='uploaded by user')),
            ],
            options={
                'verbose_name': 'ảnh',
                'verbose_name_plural': 'ảnh',
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Họ và tên')),
                ('biography', models.TextField(blank=True, help_text='Ít nhất 200 ký tự thì được tính điểm.', verbose_name='Tiểu sử tóm tắt')),
                ('biography_vi', models.TextField(blank=True, help_text='Ít nhất 200 ký tự thì được tính điểm.', null=True, verbose_name='Tiểu sử tóm tắt')),
                ('biography_en', models.TextField(blank=True, help_text='Ít nhất 200 ký tự thì được tính điểm.', null=True, verbose_name='Tiểu sử tóm tắt')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal', verbose_name='Cổng')),
                ('photo', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pages.portalimage', verbose_name='Ảnh chân dung')),
            ],
            options={
                'verbose_name': 'cán bộ',
                'verbose_name_plural': 'cán bộ',
            },
        ),
        migrations.CreateModel(
            name='IntroductionPage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('functions', wagtail.fields.RichTextField(blank=True, verbose_name='Chức năng')),
                ('functions_vi', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Chức năng')),
                ('functions_en', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Chức năng')),
                ('duties', wagtail.fields.RichTextField(blank=True, verbose_name='Nhiệm vụ, quyền hạn')),
                ('duties_vi', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Nhiệm vụ, quyền hạn')),
                ('duties_en', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Nhiệm vụ, quyền hạn')),
                ('structure', wagtail.fields.RichTextField(blank=True, verbose_name='Cơ cấu tổ chức')),
                ('structure_vi', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Cơ cấu tổ chức')),
                ('structure_en', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Cơ cấu tổ chức')),
                ('history', wagtail.fields.RichTextField(blank=True, verbose_name='Quá trình hình thành và phát triển')),
                ('history_vi', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Quá trình hình thành và phát triển')),
                ('history_en', wagtail.fields.RichTextField(blank=True, null=True, verbose_name='Quá trình hình thành và phát triển')),
                ('decision_number', models.CharField(blank=True, help_text='Ví dụ: 15/2023/QĐ-UBND.', max_length=80, verbose_name='Quyết định quy định chức năng')),
                ('decision_date', models.DateField(blank=True, null=True, verbose_name='Ngày quyết định')),
                ('chart_alt', models.TextField(blank=True, help_text='Kể bằng lời những gì sơ đồ vẽ.', verbose_name='Mô tả sơ đồ')),
                ('chart_alt_vi', models.TextField(blank=True, help_text='Kể bằng lời những gì sơ đồ vẽ.', null=True, verbose_name='Mô tả sơ đồ')),
                ('chart_alt_en', models.TextField(blank=True, help_text='Kể bằng lời những gì sơ đồ vẽ.', null=True, verbose_name='Mô tả sơ đồ')),
                ('chart', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pages.portalimage', verbose_name='Sơ đồ tổ chức')),
            ],
            options={
                'verbose_name': 'trang giới thiệu',
                'verbose_name_plural': 'trang giới thiệu',
            },
            bases=('pages.portalpage',),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('portalpage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('tagline', models.CharField(blank=True, help_text='Ví dụ: Trang thông tin chính thức của Ủy ban nhân dân xã.', max_length=200, verbose_name='Giới thiệu một dòng')),
                ('tagline_vi', models.CharField(blank=True, help_text='Ví dụ: Trang thông tin chính thức của Ủy ban nhân dân xã.', max_length=200, null=True, verbose_name='Giới thiệu một dòng')),
                ('tagline_en', models.CharField(blank=True, help_text='Ví dụ: Trang thông tin chính thức của Ủy ban nhân dân xã.', max_length=200, null=True, verbose_name='Giới thiệu một dòng')),
                ('palette', models.CharField(choices=[('do', 'Đỏ'), ('lam', 'Lam'), ('luc', 'Lục'), ('cham', 'Chàm')], default='do', max_length=8, verbose_name='Bảng màu')),
                ('emblem', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pages.portalimage', verbose_name='Biểu trưng')),
            ],
            options={
                'verbose_name': 'trang chủ',
                'verbose_name_plural': 'trang chủ',
            },
            bases=('pages.portalpage',),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pages.portalimage', verbose_name='Ảnh đại diện'),
        ),
        migrations.CreateModel(
            name='PortalTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100, verbose_name='Tên')),
                ('slug', models.SlugField(allow_unicode=True, max_length=100, verbose_name='Đường dẫn')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenants.portal')),
            ],
            options={
                'verbose_name': 'nhãn',
                'verbose_name_plural': 'nhãn',
            },
            managers=[
                ('everywhere', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='TaggedDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='pages.portaldocument')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_items', to='pages.portaltag')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='portaldocument',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text=None, through='pages.TaggedDocument', to='pages.PortalTag', verbose_name='Nhãn'),
        ),
        migrations.CreateModel(
            name='TaggedImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('content_object', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='pages.portalimage')),
                ('tag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_items', to='pages.portaltag')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='portalimage',
            name='tags',
            field=taggit.managers.TaggableManager(blank=True, help_text=None, through='pages.TaggedImage', to='pages.PortalTag', verbose_name='Nhãn'),
        ),
        migrations.CreateModel(
            name='Unit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Ví dụ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.', max_length=255, verbose_name='Tên đơn vị')),
                ('name_vi', models.CharField(help_text='Ví dụ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.', max_length=255, null=True, verbose_name='Tên đơn vị')),
                ('name_en', models.CharField(help_text='Ví dụ: Văn phòng Hội đồng nhân dân và Ủy ban nhân dân.', max_length=255, null=True, verbose_name='Tên đơn vị')),
                ('functions', models.TextField(blank=True, verbose_name='Chức năng, nhiệm vụ')),
                ('functions_vi', models.TextField(blank=True, null=True, verbose_name='Chức năng, nhiệm vụ')),
                ('functions_en', models.TextField(blank=True, null=True, verbose_name='Chức năng, nhiệm vụ')),
                ('address', models.CharField(blank=True, max_length=255, verbose_name='Địa chỉ')),
                ('phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Điện thoại')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='Thứ tự')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='pages.unit', verbose_name='Trực thuộc')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal', verbose_name='Cổng')),
            ],
            options={
                'verbose_name': 'đơn vị trực thuộc',
                'verbose_name_plural': 'đơn vị trực thuộc',
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='Ví dụ: Phó Chủ tịch Ủy ban nhân dân.', max_length=160, verbose_name='Chức vụ')),
                ('title_vi', models.CharField(help_text='Ví dụ: Phó Chủ tịch Ủy ban nhân dân.', max_length=160, null=True, verbose_name='Chức vụ')),
                ('title_en', models.CharField(help_text='Ví dụ: Phó Chủ tịch Ủy ban nhân dân.', max_length=160, null=True, verbose_name='Chức vụ')),
                ('kind', models.CharField(choices=[('leader', 'Lãnh đạo'), ('focal', 'Đầu mối liên hệ'), ('spokesperson', 'Người phát ngôn'), ('staff', 'Cán bộ, công chức')], default='staff', max_length=12, verbose_name='Loại')),
                ('duties', models.TextField(blank=True, verbose_name='Nhiệm vụ được phân công')),
                ('duties_vi', models.TextField(blank=True, null=True, verbose_name='Nhiệm vụ được phân công')),
                ('duties_en', models.TextField(blank=True, null=True, verbose_name='Nhiệm vụ được phân công')),
                ('phone', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Điện thoại cơ quan')),
                ('mobile', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Di động')),
                ('fax', models.CharField(blank=True, max_length=30, validators=[django.core.validators.RegexValidator('^[0-9 +().-]{6,30}$', 'Chỉ dùng chữ số, khoảng trắng và các dấu + ( ) . -')], verbose_name='Fax')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='Thư điện tử công vụ')),
                ('from_date', models.DateField(blank=True, null=True, verbose_name='Từ ngày')),
                ('to_date', models.DateField(blank=True, help_text='Để trống khi còn đương chức.', null=True, verbose_name='Đến ngày')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='Thứ tự')),
                ('confirmed_on', models.DateField(blank=True, null=True, verbose_name='Ngày xác nhận còn đúng')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='pages.person', verbose_name='Cán bộ')),
                ('portal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tenants.portal', verbose_name='Cổng')),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='posts', to='pages.unit', verbose_name='Đơn vị')),
            ],
            options={
                'verbose_name': 'chức vụ đảm nhiệm',
                'verbose_name_plural': 'chức vụ đảm nhiệm',
            },
        ),
        migrations.CreateModel(
            name='PortalRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='pages.portalimage')),
            ],
            options={
                'verbose_name': 'bản ảnh',
                'verbose_name_plural': 'bản ảnh',
                'unique_together': {('image', 'filter_spec', 'focal_point_key')},
            },
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.AddConstraint(
            model_name='portaltag',
            constraint=models.UniqueConstraint(fields=('portal', 'name'), name='tag_name_once_a_portal'),
        ),
        migrations.AddConstraint(
            model_name='portaltag',
            constraint=models.UniqueConstraint(fields=('portal', 'slug'), name='tag_slug_once_a_portal'),
        ),
        migrations.AddConstraint(
            model_name='unit',
            constraint=models.CheckConstraint(condition=models.Q(('parent', models.F('pk')), _negated=True), name='unit_not_its_own_parent'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('from_date__isnull', True), ('to_date__isnull', True), ('to_date__gte', models.F('from_date')), _connector='OR'), name='post_ends_after_it_begins'),
        ),
    ]
